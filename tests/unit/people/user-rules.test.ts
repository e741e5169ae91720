import { describe, expect, it } from "vitest";
import { expiryOf, linkPath } from "@/lib/people/domain/access-link";
import { accountChangeProblem, mayManageUnits } from "@/lib/people/domain/user-rules";

const admin = { id: "a", role: "admin", status: "active" } as const;

describe("changes of an account", () => {
  it.each([
    ["disable oneself", admin, { role: "admin", status: "disabled" }, "a", 3, "disableSelf"],
    ["demote the last admin", admin, { role: "rep", status: "active" }, "b", 1, "lastAdmin"],
    ["disable the last admin", admin, { role: "admin", status: "disabled" }, "b", 1, "lastAdmin"],
    ["demote oneself", admin, { role: "rep", status: "active" }, "a", 2, "roleOfSelf"],
    ["demote one of two", admin, { role: "rep", status: "active" }, "b", 2, null],
    ["disable one of two", admin, { role: "admin", status: "disabled" }, "b", 2, null],
    ["keep the last admin", admin, { role: "admin", status: "active" }, "a", 1, null],
    [
      "demote an admin who cannot sign in",
      { id: "c", role: "admin", status: "invited" },
      { role: "rep", status: "invited" },
      "a",
      1,
      null,
    ],
  ] as const)("%s", (_, target, after, by, admins, problem) => {
    expect(accountChangeProblem(target, after, by, admins)).toBe(problem);
  });

  it("reps run no units", () => {
    expect(mayManageUnits("rep")).toBe(false);
    expect(mayManageUnits("manager")).toBe(true);
    expect(mayManageUnits("admin")).toBe(true);
  });
});

describe("links", () => {
  it("invitations last a week, resets a day", () => {
    const now = new Date("2026-03-01T10:00:00Z");
    expect(expiryOf("invitation", now).toISOString()).toBe("2026-03-08T10:00:00.000Z");
    expect(expiryOf("reset", now).toISOString()).toBe("2026-03-02T10:00:00.000Z");
    expect(linkPath("reset", "abc")).toBe("/reset/abc");
  });
});
