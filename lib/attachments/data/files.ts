import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import type { RecordRef } from "@/lib/shared/record";
import { ATTACHMENTS_A_RECORD, OPEN_UPLOADS } from "../domain/attachment";
import type { NewFile } from "../schema";

/** One after the other, so that many at once do not pass a limit. */
async function alone(tx: Tx, what: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0)) IS NULL`;
}

/** Room for one more file, until the end of the transaction. @throws AppError attachmentsFull */
export async function roomFor(tx: Tx, { kind, id }: RecordRef): Promise<void> {
  await alone(tx, `attachments ${kind} ${id}`);
  const files = await tx.attachment.count({ where: { subjectKind: kind, subjectId: id } });
  if (files >= ATTACHMENTS_A_RECORD) throw new AppError("attachmentsFull");
}

/**
 * Opens a file for its parts.
 * @throws NotFoundError where the record does not exist or may not be seen, AppError attachmentsFull, uploadsOpen
 */
export async function openFile(tx: Tx, userId: string, { record, name, size }: NewFile) {
  const [row] = await tx.$queryRaw<
    { sees: boolean }[]
  >`SELECT app_sees_record(${record.kind}, ${record.id}::uuid) AS sees`;
  if (!row?.sees) throw new NotFoundError();
  await roomFor(tx, record);
  await alone(tx, `uploads ${userId}`);
  const open = await tx.storedFile.count({ where: { userId, readyAt: null } });
  if (open >= OPEN_UPLOADS) throw new AppError("uploadsOpen");
  const { id } = await tx.storedFile.create({
    data: { userId, subjectKind: record.kind, subjectId: record.id, name, size },
    select: { id: true },
  });
  return id;
}

/** A file of the person that is still on its way. */
export function openedFile(tx: Tx, userId: string, id: string) {
  return tx.storedFile.findFirst({ where: { id, userId, readyAt: null } });
}

/** Keeps one part; the same part again takes its place. */
export async function keepPiece(
  tx: Tx,
  fileId: string,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.storedPiece.deleteMany({ where: { fileId, part } });
  await tx.storedPiece.createMany({ data: [{ fileId, part, bytes }] });
}

const heldRow = z.tuple([z.object({ parts: z.number(), size: z.number(), last: z.number() })]);

/** What has come of a file: how many parts, of how many bytes, and the highest part. */
export async function heldOf(tx: Tx, fileId: string) {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS parts, coalesce(sum(octet_length(bytes)), 0)::int AS size, coalesce(max(part), -1) AS last
    FROM stored_piece WHERE file_id = ${fileId}::uuid`;
  return heldRow.parse(rows)[0];
}

/** One part, or null past the last. */
export async function pieceOf(tx: Tx, fileId: string, part: number) {
  const piece = await tx.storedPiece.findUnique({ where: { fileId_part: { fileId, part } } });
  return piece?.bytes ?? null;
}

/** The file is whole; its content is where `storage` says. */
export async function finishFile(tx: Tx, id: string, storage: "database" | "s3"): Promise<void> {
  if (storage === "s3") await tx.storedPiece.deleteMany({ where: { fileId: id } });
  await tx.storedFile.updateMany({ where: { id }, data: { storage, readyAt: new Date() } });
}

/** Forgets files nobody finished or that were deleted days ago; ids of those in the object store. */
export async function forgetFiles(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT forget_stored_files()::text AS id`;
  return rows.map(({ id }) => id);
}
