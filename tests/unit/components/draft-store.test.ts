import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  draftKey,
  forgetDrafts,
  keepDraft,
  newRequestKey,
  readDraft,
} from "@/components/forms/draft-store";

beforeEach(() => {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
    removeItem: (key: string) => {
      delete kept[key];
    },
  };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(kept, name, { value, enumerable: false });
  vi.stubGlobal("localStorage", kept);
  vi.stubGlobal("location", { pathname: "/deals/1" });
});

describe("what is kept of a form", () => {
  it("is nothing of one with a secret in it", () => {
    expect(draftKey("x", { email: "", password: "" })).toBeNull();
    expect(draftKey("x", { newPassword: "" })).toBeNull();
    expect(draftKey("x", { token: "" })).toBeNull();
    expect(draftKey("x", {})).toBeNull();
  });

  it("has a place by its name, else by the page and what the form starts with", () => {
    expect(draftKey("quick", { a: 1 })).toBe("draft:quick");
    expect(draftKey(undefined, { a: 1 })).not.toBe(draftKey(undefined, { a: 2 }));
    expect(draftKey(undefined, { a: 1, version: 1 })).toBe(
      draftKey(undefined, { a: 1, version: 2 }),
    );
    expect(draftKey(undefined, { a: 1 })).toContain("/deals/1");
  });

  it("comes back as it was, until it is forgotten", () => {
    const draft = { values: { subject: "<b> 🎉" }, requestKey: newRequestKey(), waiting: true };
    keepDraft("draft:a", draft);
    expect(readDraft("draft:a")).toEqual(draft);
    keepDraft("draft:a", null);
    expect(readDraft("draft:a")).toBeNull();
  });

  it("goes with the session, and nothing else of the browser's", () => {
    keepDraft("draft:a", { values: {}, requestKey: "" });
    localStorage.setItem("density", "compact");
    forgetDrafts();
    expect(Object.keys(localStorage)).toEqual(["density"]);
  });

  it("that cannot be read is none; a browser that keeps nothing does no harm", () => {
    localStorage.setItem("draft:a", "{");
    expect(readDraft("draft:a")).toBeNull();
    vi.stubGlobal("localStorage", undefined);
    expect(() => keepDraft("draft:a", { values: {}, requestKey: "" })).not.toThrow();
    expect(readDraft("draft:a")).toBeNull();
  });
});

it("keys of requests are version 4 UUIDs", () => {
  const keys = Array.from({ length: 200 }, newRequestKey);
  for (const key of keys)
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(keys).size).toBe(200);
});
