import "server-only";
import { read, write } from "@/lib/platform/db/access";
import { env } from "@/lib/platform/env";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { objectStore } from "@/lib/platform/object-store";
import type { Scope } from "@/lib/platform/scope";
import { isRecordKind } from "@/lib/shared/record";
import { attach } from "../data/attachments";
import * as files from "../data/files";
import { PART_SIZE } from "../domain/attachment";
import { contentType, isAcceptedName } from "../domain/file-type";
import { newFileInput, partInput } from "../schema";

/** Bytes of one part, so that no more of a request is read. */
export const PIECE_LIMIT = PART_SIZE;

/** Bytes a file may have. */
export function attachmentLimit(): number {
  return env().ATTACHMENT_MAX_MB * 1_000_000;
}

/** Files long forgotten go from the store as well; that never stands in the way of a new one. */
async function forgetOld(scope: Scope): Promise<void> {
  const ids = await write(scope, files.forgetFiles);
  const store = objectStore();
  for (const id of ids) await store?.remove(id);
}

/**
 * Opens an upload to a record the person may see, and answers with its id.
 * @throws NotFoundError, AppError attachmentType, attachmentTooLarge, attachmentsFull, uploadsOpen
 */
export async function openUpload(scope: Scope, input: unknown): Promise<string> {
  const file = newFileInput.safeParse(input);
  if (!file.success) throw new NotFoundError();
  if (!isAcceptedName(file.data.name)) throw new AppError("attachmentType");
  if (file.data.size > attachmentLimit()) throw tooLarge();
  await forgetOld(scope).catch((error: unknown) => logger.warn({ err: error }, "old files stay"));
  return write(scope, (tx) => files.openFile(tx, scope.userId, file.data));
}

function tooLarge(): AppError {
  return new AppError("attachmentTooLarge", { limit: env().ATTACHMENT_MAX_MB });
}

/** Keeps one part of the person's own upload. @throws NotFoundError, AppError attachmentTooLarge */
export async function receivePiece(scope: Scope, id: string, input: unknown): Promise<void> {
  const given = partInput.safeParse(input);
  if (!given.success) throw tooLarge();
  const { part, bytes } = given.data;
  await write(scope, async (tx) => {
    const file = await files.openedFile(tx, scope.userId, id);
    if (!file) throw new NotFoundError();
    await files.keepPiece(tx, id, part, bytes);
    if ((await files.heldOf(tx, id)).size > file.size) throw tooLarge();
  });
}

/** The content of a file in the database, one piece at a time. */
export async function* pieces(scope: Scope, id: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let part = 0; ; part++) {
    const bytes = await read(scope, (tx) => files.pieceOf(tx, id, part));
    if (!bytes) return;
    yield bytes;
  }
}

/**
 * Ends an upload: the file must be whole and what its name says; then it belongs to its record.
 * @throws NotFoundError, AppError attachmentBroken, attachmentType, attachmentsFull
 */
export async function finishUpload(scope: Scope, id: string): Promise<string> {
  const [file, held, head] = await read(scope, async (tx) => [
    await files.openedFile(tx, scope.userId, id),
    await files.heldOf(tx, id),
    await files.pieceOf(tx, id, 0),
  ]);
  if (!file || !isRecordKind(file.subjectKind)) throw new NotFoundError();
  if (held.size !== file.size || held.parts !== held.last + 1)
    throw new AppError("attachmentBroken");
  const type = contentType(file.name, head ?? new Uint8Array());
  if (!type) throw new AppError("attachmentType");
  const store = objectStore();
  if (store) await store.put(id, file.size, pieces(scope, id));
  const record = { kind: file.subjectKind, id: file.subjectId };
  return write(scope, async (tx) => {
    if (!(await files.openedFile(tx, scope.userId, id))) throw new NotFoundError();
    await files.finishFile(tx, id, store ? "s3" : "database");
    await files.roomFor(tx, record);
    const { name, size } = file;
    return attach(tx, scope.userId, { id, record, name, size, contentType: type });
  });
}
