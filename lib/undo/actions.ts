"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { undo } from "./data";
import { removalInput } from "./schema";

/** Undoes a deletion of one's own; what was deleted may show on any page. */
export const undoRemoval = action
  .inputSchema(removalInput)
  .action(async ({ parsedInput: { removal }, ctx: { scope } }) => {
    await write(scope, (tx) => undo(tx, removal), "undo");
    revalidatePath("/", "layout");
  });
