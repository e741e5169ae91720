import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Mapping } from "../domain/mapping";
import type { ImportReport } from "../domain/report";
import { jsonText } from "./batches";

/** Opens an upload for files of one mapping. Uploads nobody has confirmed within a week are removed. */
export async function createUpload(tx: Tx, mapping: Mapping, userId: string): Promise<string> {
  await tx.$executeRaw`DELETE FROM import_upload WHERE created_at < now() - interval '7 days'`;
  const { id } = await tx.importUpload.create({
    data: { mapping: JSON.parse(JSON.stringify(mapping)), createdById: userId },
    select: { id: true },
  });
  return id;
}

/** Keeps one part of a file. The first part starts the file anew; the last one tells its size. */
export async function savePart(
  tx: Tx,
  uploadId: string,
  name: string,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
  size: bigint | null,
): Promise<void> {
  const file = await tx.importUploadFile.upsert({
    where: { uploadId_name: { uploadId, name } },
    create: { uploadId, name },
    update: size === null ? {} : { size },
    select: { id: true },
  });
  if (part === 0) await tx.importUploadChunk.deleteMany({ where: { fileId: file.id } });
  await tx.importUploadChunk.upsert({
    where: { fileId_part: { fileId: file.id, part } },
    create: { fileId: file.id, part, bytes },
    update: { bytes },
  });
  if (size !== null) await tx.importUploadFile.update({ where: { id: file.id }, data: { size } });
}

const fileRow = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    size: z.coerce.number(),
    kept: z.coerce.number(),
    parts: z.coerce.number(),
  }),
);
export type UploadedFile = z.infer<typeof fileRow>[number];

/** The files of an upload by name; `kept` differs from `size` where parts are missing. */
export async function uploadedFiles(tx: Tx, uploadId: string): Promise<UploadedFile[]> {
  return fileRow.parse(
    await tx.$queryRaw`SELECT f.id, f.name, f.size::text, coalesce(sum(length(c.bytes)), 0)::text AS kept, count(c.part)::int AS parts
      FROM import_upload_file f LEFT JOIN import_upload_chunk c ON c.file_id = f.id
      WHERE f.upload_id = ${uploadId}::uuid GROUP BY f.id ORDER BY f.name`,
  );
}

export async function readPart(tx: Tx, fileId: string, part: number): Promise<Uint8Array> {
  const chunk = await tx.importUploadChunk.findUniqueOrThrow({
    where: { fileId_part: { fileId, part } },
    select: { bytes: true },
  });
  return chunk.bytes;
}

/** The upload with its mapping and the report of its last dry run; null when it is gone. */
export async function findUpload(tx: Tx, id: string) {
  return tx.importUpload.findUnique({
    where: { id },
    select: { id: true, mapping: true, report: true, createdAt: true },
  });
}

/** Keeps the outcome of a dry run in place of the one before. */
export async function saveReport(tx: Tx, uploadId: string, report: ImportReport): Promise<void> {
  await tx.importRejection.deleteMany({ where: { uploadId } });
  await tx.importUpload.update({
    where: { id: uploadId },
    data: { report: JSON.parse(jsonText(report)) },
  });
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.importUpload.deleteMany({ where: { id } });
}
