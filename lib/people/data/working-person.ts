import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { FieldError } from "@/lib/platform/errors";

/** Does the person still work here? Who has not yet been invited does. */
export async function isWorking(tx: Tx, userId: string): Promise<boolean> {
  const where = { id: userId, status: "disabled" } as const;
  return (await tx.user.count({ where })) === 0;
}

/** Refuses to give anything to somebody disabled. @throws FieldError personDisabled, at the field they were chosen in */
export async function requireWorking(tx: Tx, userId: string, field: string): Promise<void> {
  if (!(await isWorking(tx, userId))) throw new FieldError(field, "personDisabled");
}
