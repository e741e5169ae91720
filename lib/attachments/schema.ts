import { z } from "zod";
import { isRecordKind, type RecordKind } from "@/lib/shared/record";
import { requiredText } from "@/lib/shared/text-input";
import { PART_SIZE } from "./domain/attachment";

/** What is said of a file before it comes. */
export const newFileInput = z.object({
  record: z.object({ kind: z.custom<RecordKind>(isRecordKind), id: z.guid() }),
  name: requiredText(200).transform((name) => name.replace(/[\\/]/g, "_")),
  size: z.int().min(0),
});
export type NewFile = z.infer<typeof newFileInput>;

export const fileId = z.guid();
export const partInput = z.object({
  part: z.coerce.number().int().min(0).max(10_000),
  bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine(({ length }) => length <= PART_SIZE),
});

export const attachmentInput = z.object({ id: z.guid() });
