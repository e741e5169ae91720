import type { Reference } from "@/lib/shared/named";
import type { RecordRef } from "@/lib/shared/record";

/** Bytes of one part of an upload, so that no proxy's limit stands in the way. */
export const PART_SIZE = 1_000_000;

/** Uploads of one person that are not finished; they are forgotten after two days. */
export const OPEN_UPLOADS = 50;

/** Files a record may have. */
export const ATTACHMENTS_A_RECORD = 100;

export type AttachmentView = {
  id: string;
  name: string;
  size: number;
  at: Date;
  author: Reference;
};

/** The files of one record as one person sees them. */
export type AttachmentsView = {
  record: RecordRef;
  /** Who reads. */
  userId: string;
  /** Bytes a file may have. */
  limit: number;
  files: AttachmentView[];
};

/** A size as people say it: 0.3 MB, 12 MB; small ones in kB. `number` formats with the digits given. */
export function sizeText(bytes: number, number: (value: number, digits: number) => string): string {
  if (bytes < 100_000) return `${number(Math.max(1, Math.round(bytes / 1000)), 0)} kB`;
  return `${number(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0)} MB`;
}
