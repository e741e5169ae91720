import "server-only";
import { z } from "zod";
import { startFollowing } from "@/lib/discussion/data/following";
import { notifyFollowers } from "@/lib/discussion/data/notify";
import type { Tx } from "@/lib/platform/db/access";
import { reference, referenceSql } from "@/lib/platform/db/named";
import { NotFoundError } from "@/lib/platform/errors";
import { isRecordKind, type RecordRef } from "@/lib/shared/record";
import { ATTACHMENTS_A_RECORD, type AttachmentView } from "../domain/attachment";

type Whole = { id: string; record: RecordRef; name: string; size: number; contentType: string };

/** Makes a finished file visible with its record; tells who follows the record. */
export async function attach(tx: Tx, userId: string, file: Whole): Promise<string> {
  const { id: fileId, record, ...facts } = file;
  const { id } = await tx.attachment.create({
    data: {
      ...facts,
      fileId,
      subjectKind: record.kind,
      subjectId: record.id,
      authorId: userId,
    },
    select: { id: true },
  });
  await startFollowing(tx, userId, record);
  await notifyFollowers(tx, { kind: "attached", record });
  return id;
}

/** The attachment with where its content is; null where it may not be seen. */
export function findAttachment(tx: Tx, id: string) {
  return tx.attachment.findUnique({
    where: { id },
    include: { file: { select: { storage: true } } },
  });
}

/** Deletes one's own and says what it belonged to. @throws NotFoundError */
export async function deleteAttachment(tx: Tx, userId: string, id: string): Promise<RecordRef> {
  const found = await tx.attachment.findFirst({ where: { id, authorId: userId } });
  if (!found || !isRecordKind(found.subjectKind)) throw new NotFoundError();
  await tx.attachment.deleteMany({ where: { id } });
  return { kind: found.subjectKind, id: found.subjectId };
}

const row: z.ZodType<AttachmentView> = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  at: z.date(),
  author: reference,
});

/** The files of a record, the latest first. */
export async function listAttachments(tx: Tx, { kind, id }: RecordRef): Promise<AttachmentView[]> {
  const rows = await tx.$queryRaw`
    SELECT a.id::text, a.name, a.size, a.created_at AS at, ${referenceSql("u")} AS author
    FROM attachment a JOIN "user" u ON u.id = a.author_id
    WHERE a.subject_kind = ${kind} AND a.subject_id = ${id}::uuid
    ORDER BY a.created_at DESC, a.id LIMIT ${ATTACHMENTS_A_RECORD}`;
  return z.array(row).parse(rows);
}
