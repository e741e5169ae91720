import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";

const counted = z.tuple([z.object({ count: z.number() })]);

/** How many notifications the person has not read, counted up to 100. */
export async function unreadCount(tx: Tx, userId: string): Promise<number> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS count FROM (
      SELECT FROM notification WHERE user_id = ${userId}::uuid AND read_at IS NULL LIMIT 100) n`;
  return counted.parse(rows)[0].count;
}

/** Marks these notifications of the person, or all of them, as read. */
export async function markRead(
  tx: Tx,
  userId: string,
  ids: readonly string[] | null,
): Promise<void> {
  await tx.notification.updateMany({
    where: { userId, readAt: null, ...(ids ? { id: { in: [...ids] } } : {}) },
    data: { readAt: new Date() },
  });
}
