import type { Role } from "@/lib/shared/role";

export type UserStatus = "invited" | "active" | "disabled";
type Account = { id: string; role: Role; status: UserStatus };

/**
 * Why an admin may not take this step, as an error code; null where they may. There is always an
 * active admin left, and nobody locks themselves out.
 */
export function accountChangeProblem(
  target: Account,
  after: { role: Role; status: UserStatus },
  by: string,
  activeAdmins: number,
): string | null {
  const loses = after.role !== "admin" || after.status === "disabled";
  const wasAdmin = target.role === "admin" && target.status === "active";
  if (target.id === by && after.status === "disabled") return "disableSelf";
  if (wasAdmin && loses && activeAdmins <= 1) return "lastAdmin";
  if (target.id === by && after.role !== target.role) return "roleOfSelf";
  return null;
}

/** Whether somebody of this role may run a unit. */
export function mayManageUnits(role: Role): boolean {
  return role !== "rep";
}
