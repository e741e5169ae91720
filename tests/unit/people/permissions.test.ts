import { describe, expect, it } from "vitest";
import {
  canEver,
  isAllowed,
  may,
  PERMISSIONS,
  type Permission,
  type Relation,
  relationTo,
} from "@/lib/people/domain/permissions";
import type { Role } from "@/lib/shared/role";

const ROLES: Role[] = ["admin", "manager", "rep"];
const RELATIONS: Relation[] = ["self", "below", "peer", "none"];

const OWN_OR_BELOW = { admin: "self below peer none", manager: "self below", rep: "self" };
const NOT_SELF = { admin: "below peer none", manager: "below", rep: "" };
const ADMIN = { admin: "self below peer none", manager: "", rep: "" };
const SELF = { admin: "self", manager: "self", rep: "self" };

/** Written out a second time on purpose: a change of the table must be made knowingly, twice. */
const EXPECTED: Record<Permission, Record<Role, string>> = {
  "deal.read": OWN_OR_BELOW,
  "deal.write": OWN_OR_BELOW,
  "customer.write": OWN_OR_BELOW,
  "activity.write": OWN_OR_BELOW,
  "feedback.write": OWN_OR_BELOW,
  "market.write": OWN_OR_BELOW,
  "finding.write": OWN_OR_BELOW,
  "finding.decide": { admin: "self below peer none", manager: "self below", rep: "" },
  "finding.look": { admin: "self below peer none", manager: "self below", rep: "" },
  "sale.read": OWN_OR_BELOW,
  "sale.write": OWN_OR_BELOW,
  "target.read": OWN_OR_BELOW,
  "target.set": NOT_SELF,
  "target.publish": NOT_SELF,
  "figure.read": OWN_OR_BELOW,
  "export.run": OWN_OR_BELOW,
  "view.share": { admin: "self below peer none", manager: "self below", rep: "" },
  "import.run": ADMIN,
  "user.manage": ADMIN,
  "unit.manage": ADMIN,
  "catalog.manage": ADMIN,
  "pipeline.manage": ADMIN,
  "settings.manage": ADMIN,
  "audit.read": ADMIN,
  "token.manage": SELF,
};

const cells = (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) =>
  ROLES.flatMap((role) => RELATIONS.map((relation) => ({ permission, role, relation }))),
);

describe("the permission table", () => {
  it("has an expectation for every permission", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it.each(cells)("$role · $permission · $relation", ({ permission, role, relation }) => {
    const allowed = EXPECTED[permission][role].split(" ").includes(relation);
    expect(isAllowed(role, permission, relation)).toBe(allowed);
  });

  it.each(cells)("canEver agrees for $role · $permission", ({ permission, role }) => {
    expect(canEver({ role }, permission)).toBe(EXPECTED[permission][role] !== "");
  });

  it("lets nobody, admins included, set or publish their own target", () => {
    for (const role of ROLES) {
      expect(isAllowed(role, "target.set", "self")).toBe(false);
      expect(isAllowed(role, "target.publish", "self")).toBe(false);
    }
  });
});

describe("relation to a record", () => {
  const viewer = {
    userId: "me",
    unitIds: ["east", "e1"],
    managedUnitIds: ["east"],
    memberUnitId: "company",
  };

  it.each([
    ["one's own record", { ownerId: "me", unitId: "e1" }, "self"],
    ["one's own record in a unit one does not see", { ownerId: "me", unitId: "west" }, "self"],
    [
      "a record of the unit one manages, without an owner",
      { ownerId: null, unitId: "east" },
      "self",
    ],
    ["a unit below the managed one, without an owner", { ownerId: null, unitId: "e1" }, "below"],
    ["somebody's record in the managed unit", { ownerId: "rae", unitId: "east" }, "below"],
    ["somebody's record below", { ownerId: "rae", unitId: "e1" }, "below"],
    ["somebody's record in the unit one belongs to", { ownerId: "bo", unitId: "company" }, "peer"],
    ["somebody's record elsewhere", { ownerId: "wes", unitId: "west" }, "none"],
    ["a record with neither owner nor unit", { ownerId: null, unitId: null }, "none"],
  ] as const)("%s is %#", (_, subject, relation) => {
    expect(relationTo(viewer, subject)).toBe(relation);
  });

  it("a rep's own member unit is peer, not below", () => {
    const rep = { userId: "rae", unitIds: [], managedUnitIds: [], memberUnitId: "e1" };
    expect(relationTo(rep, { ownerId: "rob", unitId: "e1" })).toBe("peer");
    expect(may({ ...rep, role: "rep" }, "deal.read", { ownerId: "rob", unitId: "e1" })).toBe(false);
    expect(may({ ...rep, role: "rep" }, "deal.read", { ownerId: "rae", unitId: "e1" })).toBe(true);
  });

  it("a manager sets targets below, never the own unit's", () => {
    const manager = { ...viewer, role: "manager" as const };
    expect(may(manager, "target.set", { ownerId: null, unitId: "e1" })).toBe(true);
    expect(may(manager, "target.set", { ownerId: null, unitId: "east" })).toBe(false);
    expect(may(manager, "target.set", { ownerId: "me", unitId: "e1" })).toBe(false);
  });
});
