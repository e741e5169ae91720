import "server-only";
import type { Tx } from "@/lib/platform/db/access";

/** Whether a person is, was or will be a member of one of the units. */
export async function wasMember(
  tx: Tx,
  userId: string,
  unitIds: readonly string[],
): Promise<boolean> {
  const found = await tx.assignment.findFirst({
    where: { userId, kind: "member", unitId: { in: [...unitIds] } },
    select: { id: true },
  });
  return found !== null;
}
