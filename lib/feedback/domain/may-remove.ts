import type { Role } from "@/lib/shared/role";

type Reader = { role: Role; unitIds: readonly string[] };

/**
 * May who may change a piece of feedback also delete it? What a customer sent by the public form only
 * somebody who leads the unit, not whom it may be about.
 */
export function mayRemove(
  { role, unitIds }: Reader,
  { unitId, viaForm }: { unitId: string; viaForm: boolean },
): boolean {
  return !viaForm || role === "admin" || unitIds.includes(unitId);
}
