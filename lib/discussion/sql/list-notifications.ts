import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { named, reference, referenceSql } from "@/lib/platform/db/named";
import { isRecordKind, RECORD_KINDS, type RecordKind } from "@/lib/shared/record";
import { NOTIFICATION_KINDS, type NotificationView } from "../domain/notification";

const row: z.ZodType<NotificationView> = z.object({
  id: z.string(),
  kind: z.enum(NOTIFICATION_KINDS),
  actor: reference.nullable(),
  at: z.date(),
  read: z.boolean(),
  record: z.object({ kind: z.custom<RecordKind>(isRecordKind), id: z.string() }),
  title: named.nullable(),
  comment: z.string().nullable(),
  details: z.object({
    comment: z.guid().optional(),
    path: z.string().startsWith("/").optional(),
    words: z.string().optional(),
  }),
});

type Wanted = { unread: boolean; page: number; size: number };

/**
 * One page of a person's notifications, the latest first. Title and comment are read now, under the
 * person's own row security: of what they may no longer see there is nothing.
 */
export async function listNotifications(
  tx: Tx,
  userId: string,
  { unread, page, size }: Wanted,
): Promise<{ rows: NotificationView[]; total: number }> {
  const where = Prisma.sql`n.user_id = ${userId}::uuid AND n.kind = ANY (${[...NOTIFICATION_KINDS]})
    AND n.subject_kind = ANY (${RECORD_KINDS})
    ${unread ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty}`;
  const rows = await tx.$queryRaw`
    SELECT n.id::text, n.kind, ${referenceSql("a")} AS actor, n.created_at AS at, n.read_at IS NOT NULL AS read,
      jsonb_build_object('kind', n.subject_kind, 'id', n.subject_id) AS record, n.details,
      CASE WHEN r.title IS NOT NULL THEN jsonb_build_object('name', r.title, 'nameEn', r.title_en) END AS title,
      left(c.body, 300) AS comment
    FROM (SELECT * FROM notification n WHERE ${where}
      ORDER BY n.created_at DESC, n.id DESC LIMIT ${size} OFFSET ${(page - 1) * size}) n
      LEFT JOIN "user" a ON a.id = n.actor_id
      LEFT JOIN LATERAL app_record(n.subject_kind, n.subject_id) r ON true
      LEFT JOIN comment c ON c.id = (n.details->>'comment')::uuid
    ORDER BY n.created_at DESC, n.id DESC`;
  const [counted] = await tx.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::int AS total FROM notification n WHERE ${where}`;
  return { rows: z.array(row).parse(rows), total: counted?.total ?? 0 };
}
