import { finishUpload, openUpload, receivePiece } from "@/lib/attachments/queries/upload";
import type { Scope } from "@/lib/platform/scope";
import type { RecordRef } from "@/lib/shared/record";

/** A PDF of this many bytes, each part of it different. */
export function pdf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).map((_, index) => (index * 7 + (index >> 8)) % 251);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  return bytes;
}

/** Sends a file as the browser does: in parts, then the end. Answers with the attachment's id. */
export async function upload(
  scope: Scope,
  record: RecordRef,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  partSize = 1_000_000,
): Promise<string> {
  const id = await openUpload(scope, { record, name, size: bytes.length });
  for (let part = 0; part * partSize < bytes.length; part++)
    await receivePiece(scope, id, {
      part,
      bytes: bytes.slice(part * partSize, (part + 1) * partSize),
    });
  return finishUpload(scope, id);
}

export async function contentOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
