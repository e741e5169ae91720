import type { Role } from "@/lib/shared/role";

/**
 * How the person stands to the record: it is their own, it lies below a unit they manage, it is of
 * the same unit, or none of these. `self` wins over `below`.
 */
export type Relation = "self" | "below" | "peer" | "none";

type Rule = Partial<Record<Role, readonly Relation[]>>;

const ANY: readonly Relation[] = ["self", "below", "peer", "none"];
/** With those one manages: the own unit or one below. */
const LED: Rule = { admin: ANY, manager: ["self", "below"] };
const ADMIN: Rule = { admin: ANY };
/** Own records for reps, the subtree for managers, everything for admins. */
const OWN_OR_BELOW: Rule = { admin: ANY, manager: ["self", "below"], rep: ["self"] };
/** Everybody's but one's own: nobody, admins included, decides about themselves. */
const BELOW_NOT_SELF: Rule = { admin: ["below", "peer", "none"], manager: ["below"] };

/** The one permission table: action × role → relations under which it is allowed. */
export const PERMISSIONS = {
  "deal.read": OWN_OR_BELOW,
  "deal.write": OWN_OR_BELOW,
  "customer.write": OWN_OR_BELOW,
  "activity.write": OWN_OR_BELOW,
  "feedback.write": OWN_OR_BELOW,
  "market.write": OWN_OR_BELOW,
  "finding.write": OWN_OR_BELOW,
  "finding.decide": LED,
  "finding.look": LED,
  "sale.read": OWN_OR_BELOW,
  "sale.write": OWN_OR_BELOW,
  "target.read": OWN_OR_BELOW,
  "target.set": BELOW_NOT_SELF,
  "target.publish": BELOW_NOT_SELF,
  "figure.read": OWN_OR_BELOW,
  "export.run": OWN_OR_BELOW,
  "view.share": LED,
  "import.run": ADMIN,
  "user.manage": ADMIN,
  "unit.manage": ADMIN,
  "catalog.manage": ADMIN,
  "pipeline.manage": ADMIN,
  "settings.manage": ADMIN,
  "audit.read": ADMIN,
  "token.manage": { admin: ["self"], manager: ["self"], rep: ["self"] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** May a person of this role do this to a record that stands in this relation to them? */
export function isAllowed(role: Role, permission: Permission, relation: Relation): boolean {
  const rule: Rule = PERMISSIONS[permission];
  return rule[role]?.includes(relation) ?? false;
}

/** May this person do this to at least some records? For menus and pages; records are checked one by one. */
export function canEver(person: { role: Role }, permission: Permission): boolean {
  const rule: Rule = PERMISSIONS[permission];
  return (rule[person.role]?.length ?? 0) > 0;
}

type Viewer = {
  userId: string;
  unitIds: readonly string[];
  managedUnitIds: readonly string[];
  memberUnitId: string | null;
};
type Subject = { ownerId: string | null; unitId: string | null };

/**
 * The relation of a person to a record of an owner in a unit. A record without an owner that belongs
 * to a unit (a unit's target, say) is `self` for the manager of just that unit.
 */
export function relationTo(viewer: Viewer, subject: Subject): Relation {
  const { ownerId, unitId } = subject;
  if (ownerId !== null && ownerId === viewer.userId) return "self";
  if (ownerId === null && unitId !== null && viewer.managedUnitIds.includes(unitId)) return "self";
  if (unitId !== null && viewer.unitIds.includes(unitId)) return "below";
  if (unitId !== null && unitId === viewer.memberUnitId) return "peer";
  return "none";
}

/** May this person do this to this record? */
export function may(
  viewer: Viewer & { role: Role },
  permission: Permission,
  subject: Subject,
): boolean {
  return isAllowed(viewer.role, permission, relationTo(viewer, subject));
}
