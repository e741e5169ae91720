import { write } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { findUpload, savePart } from "../data/uploads";
import { partSize } from "../domain/upload-limits";
import { uploadPartInput } from "../schema";

/** Bytes of one part, so that no more of a request is read. */
export const PART_LIMIT = partSize;

/**
 * Keeps one part of an uploaded file (at most a million bytes). Files come in parts so that no
 * proxy's limit stands in the way and progress can be shown; `size` comes with the last part. `bytes`
 * null: it was longer and not read.
 */
export async function receivePart(
  scope: Scope,
  uploadId: string,
  input: Record<string, string>,
  bytes: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  const given = uploadPartInput.safeParse(input);
  if (!given.success || !bytes || bytes.length > partSize) throw new AppError("importTooLarge");
  const { name, part, size } = given.data;
  await write(scope, async (tx) => {
    if (!(await findUpload(tx, uploadId))) throw new NotFoundError();
    const whole = size === undefined ? null : BigInt(size);
    await savePart(tx, uploadId, name, part, bytes, whole);
  });
}
