import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { NewFile } from "../schema";

/** Opens a file for its parts; false where the record does not exist or may not be seen. */
export async function openFile(tx: Tx, userId: string, { record, name, size }: NewFile) {
  const [row] = await tx.$queryRaw<
    { sees: boolean; files: number }[]
  >`SELECT app_sees_record(${record.kind}, ${record.id}::uuid) AS sees, (SELECT count(*)::int FROM attachment a
      WHERE a.subject_kind = ${record.kind} AND a.subject_id = ${record.id}::uuid) AS files`;
  if (!row?.sees) return { sees: false, files: 0, id: null };
  const { id } = await tx.storedFile.create({
    data: { userId, subjectKind: record.kind, subjectId: record.id, name, size },
    select: { id: true },
  });
  return { ...row, id };
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
