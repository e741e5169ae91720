import { describe, expect, it } from "vitest";
import { rebased } from "@/components/forms/rebase";

const base = { answer: "", note: "a", lines: [{ amount: 1 }], version: 1 };

describe("rebased", () => {
  it("takes the new record where nothing was typed", () => {
    const next = { ...base, note: "b", version: 2 };
    expect(rebased(base, base, next)).toEqual(next);
  });

  it("keeps what was typed into fields nobody else changed, with the new version", () => {
    const values = { ...base, answer: "typed", lines: [{ amount: 2 }] };
    const next = { ...base, note: "b", version: 2 };
    expect(rebased(values, base, next)).toEqual({ ...values, note: "b", version: 2 });
  });

  it("is null where somebody else changed a field that was typed into", () => {
    const values = { ...base, answer: "mine" };
    expect(rebased(values, base, { ...base, answer: "theirs", version: 2 })).toBeNull();
  });

  it("sees no conflict where both came to the same", () => {
    const next = { ...base, answer: "sent", version: 2 };
    expect(rebased({ ...base, answer: "sent" }, base, next)).toEqual(next);
  });
});
