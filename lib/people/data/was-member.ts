import "server-only";
import type { Tx } from "@/lib/platform/db/access";

/** Whether a person is, was or will be a member of one of the units. */
export async function wasMember(
  tx: Tx,
  userId: string,
  unitIds: readonly string[],
): Promise<boolean> {
  const where = { userId, kind: "member", unitId: { in: [...unitIds] } } as const;
  return (await tx.assignment.count({ where })) > 0;
}
