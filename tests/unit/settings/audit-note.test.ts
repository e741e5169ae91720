import { describe, expect, it } from "vitest";
import { noteKey } from "@/components/settings/audit-words";
import messages from "@/lib/platform/i18n/messages/en.json";

describe("notes of the audit log", () => {
  it("have words for what the system says", () => {
    const key = noteKey("create a personal token");
    expect(key && messages.settings.audit.notes[key]).toBe("created a personal token");
  });
  it("stay as people wrote them", () => {
    expect(noteKey("季度计划 Quarterly plan")).toBeNull();
    expect(noteKey("toString")).toBeNull();
  });
});
