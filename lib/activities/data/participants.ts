import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";

type Of = { id: string; customerId: string | null };

/** Contacts a follow-up names, as far as the writer sees them. */
export async function participantIds(tx: Tx, activityId: string): Promise<string[]> {
  const rows = await tx.activityContact.findMany({
    where: { activityId },
    select: { contactId: true },
    orderBy: { contactId: "asc" },
  });
  return rows.map(({ contactId }) => contactId);
}

/**
 * Makes a follow-up name these contacts and no others that the writer sees; left out, those it
 * names stay (a change of customer has taken them out).
 * @throws AppError contactUnknown for one that is not the customer's
 */
export async function keepParticipants(
  tx: Tx,
  { id, customerId }: Of,
  wanted: readonly string[] | undefined,
): Promise<void> {
  const before = await participantIds(tx, id);
  const asked = [...new Set(wanted ?? before)];
  if (before.length === 0 && asked.length === 0) return;
  const known = customerId
    ? await tx.contact.findMany({ where: { id: { in: asked }, customerId }, select: { id: true } })
    : [];
  if (wanted && known.length !== asked.length) throw new AppError("contactUnknown");
  const kept = known.map((contact) => contact.id);
  await tx.activityContact.deleteMany({ where: { activityId: id, contactId: { notIn: kept } } });
  const added = kept.filter((contactId) => !before.includes(contactId));
  await tx.activityContact.createMany({
    data: added.map((contactId) => ({ activityId: id, contactId })),
  });
}
