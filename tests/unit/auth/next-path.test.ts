import { describe, expect, it } from "vitest";
import { safeNextPath, signInPath } from "@/lib/platform/auth/next-path";

describe("where sign-in leads afterwards", () => {
  it.each(["/dashboard", "/deals?sort=-amount&page=2", "/targets#grid", "/设置"])(
    "goes on to %s",
    (path) => {
      expect(decodeURI(safeNextPath(path))).toBe(path);
    },
  );

  it.each([
    ["nothing", null],
    ["another site", "https://evil.example"],
    ["a host without a scheme", "//evil.example"],
    ["three slashes", "///evil.example"],
    ["a backslash host", "/\\evil.example"],
    ["a backslash later", "/a\\b"],
    ["a tab browsers drop", "/\t/evil.example"],
    ["a line break", "/\n/evil.example"],
    ["a path that resolves to a host", "/.//evil.example"],
    ["a climbing path that resolves to a host", "/x/..//evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "dashboard"],
    ["an interface", "/api/auth/signout"],
    ["the sign-in page itself", "/sign-in?next=/sign-in"],
    ["the first-run page", "/setup"],
    ["what is no address", "http://["],
  ])("not to %s", (_, path) => {
    expect(safeNextPath(path)).toBe("/");
  });

  it("carries the page to come back to", () => {
    expect(signInPath("/deals?q=a b")).toBe("/sign-in?next=%2Fdeals%3Fq%3Da%2520b");
    expect(signInPath(null)).toBe("/sign-in");
    expect(signInPath("//evil.example")).toBe("/sign-in");
  });
});
