"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { removing } from "@/lib/undo/data";
import * as data from "./data/attachments";
import { attachmentInput } from "./schema";

/** Answers with what undoes it; the content is kept that long. */
export const deleteAttachment = action
  .inputSchema(attachmentInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) =>
      removing(tx, "attachment", () => data.deleteAttachment(tx, scope.userId, id)),
    );
    revalidatePath("/", "layout");
    return { removal };
  });
