"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { recordHref } from "@/lib/shared/record";
import { removing } from "@/lib/undo/data";
import * as comments from "../data/comments";
import { setFollowing as keepFollowing } from "../data/following";
import { commentInput, editCommentInput, followInput, newCommentInput } from "../schema";

export const addComment = action
  .inputSchema(newCommentInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => comments.addComment(tx, scope.userId, parsedInput));
    revalidatePath(recordHref(parsedInput.record));
    return { id };
  });

export const editComment = action
  .inputSchema(editCommentInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const record = await write(scope, (tx) => comments.editComment(tx, scope.userId, parsedInput));
    revalidatePath(recordHref(record));
  });

/** Answers with what undoes it. */
export const deleteComment = action
  .inputSchema(commentInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) =>
      removing(tx, "comment", () => comments.deleteComment(tx, scope.userId, id)),
    );
    revalidatePath("/", "layout");
    return { removal };
  });

export const setFollowing = action
  .inputSchema(followInput)
  .action(async ({ parsedInput: { record, following }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await comments.requireRecord(tx, record);
      await keepFollowing(tx, scope.userId, record, following);
    });
    revalidatePath(recordHref(record));
  });
