import "server-only";
import { read } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import { objectStore } from "@/lib/platform/object-store";
import type { Scope } from "@/lib/platform/scope";
import type { RecordRef } from "@/lib/shared/record";
import { findAttachment, listAttachments } from "../data/attachments";
import type { AttachmentsView } from "../domain/attachment";
import { attachmentLimit, pieces } from "./upload";

/** The files of a record; of one that may not be seen there are none. */
export async function attachmentsOf(scope: Scope, record: RecordRef): Promise<AttachmentsView> {
  const files = await read(scope, (tx) => listAttachments(tx, record));
  return { record, userId: scope.userId, limit: attachmentLimit(), files };
}

function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void source.return(undefined),
  });
}

/**
 * A file to be handed out, its content as a stream.
 * @throws NotFoundError where it does not exist or its record may not be seen
 */
export async function download(scope: Scope, id: string) {
  const found = await read(scope, (tx) => findAttachment(tx, id));
  if (!found) throw new NotFoundError();
  const { name, size, contentType, fileId, file } = found;
  const store = file.storage === "s3" ? objectStore() : null;
  if (file.storage === "s3" && !store) throw new Error("the object store is not configured");
  const content = store ? await store.get(fileId) : streamOf(pieces(scope, fileId));
  return { name, size, contentType, content };
}
