import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { named, reference, referenceSql } from "@/lib/platform/db/named";
import type { RecordRef } from "@/lib/shared/record";
import type { CommentView } from "../domain/comment";

const row = z.object({
  id: z.string(),
  author: reference,
  body: z.string(),
  at: z.date(),
  edited: z.boolean(),
  version: z.number(),
  replyTo: z.object({ id: z.string(), author: named, body: z.string() }).nullable(),
  total: z.number(),
});

/** The latest comments of a record, the oldest of them first, and how many there are in all. */
export async function listComments(tx: Tx, { kind, id }: RecordRef, limit: number) {
  const found = await tx.$queryRaw`
    SELECT c.id::text, ${referenceSql("a")} AS author, c.body, c.created_at AS at,
      c.edited_at IS NOT NULL AS edited, c.version, count(*) OVER ()::int AS total,
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'body', left(p.body, 200),
        'author', jsonb_build_object('name', pa.name, 'nameEn', pa.name_en)) END AS "replyTo"
    FROM comment c JOIN "user" a ON a.id = c.author_id
      LEFT JOIN comment p ON p.id = c.reply_to_id LEFT JOIN "user" pa ON pa.id = p.author_id
    WHERE c.subject_kind = ${kind} AND c.subject_id = ${id}::uuid
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}`;
  const rows = z.array(row).parse(found);
  const comments = rows.map(({ total: _, ...comment }): CommentView => comment).reverse();
  return { comments, total: rows[0]?.total ?? 0 };
}
