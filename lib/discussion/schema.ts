import { z } from "zod";
import { param } from "@/lib/shared/list-params";
import { isRecordKind, type RecordKind } from "@/lib/shared/record";
import { requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { COMMENT_LENGTH } from "./domain/comment";

export const recordInput = z.object({
  kind: z.custom<RecordKind>(isRecordKind),
  id: z.guid(),
});

export const newCommentInput = z.object({
  record: recordInput,
  body: requiredText(COMMENT_LENGTH),
  replyTo: z.guid().nullable().default(null),
});
export type NewComment = z.infer<typeof newCommentInput>;

export const editCommentInput = z.object({
  id: z.guid(),
  version,
  body: requiredText(COMMENT_LENGTH),
});
export type EditedComment = z.infer<typeof editCommentInput>;

export const commentInput = z.object({ id: z.guid() });

export const followInput = z.object({ record: recordInput, following: z.boolean() });

/** Notifications by id, or all of them. */
export const readInput = z.object({ ids: z.array(z.guid()).max(100).nullable() });

/** The address of the page of notifications. */
export const notificationParams = z.object({
  unread: param(z.stringbool()),
  page: param(z.coerce.number().int().min(1).max(1000)),
});
