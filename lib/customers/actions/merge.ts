"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as data from "../data/merge";
import { mergeInput, undoMergeInput } from "../schema";

/** For who has both: their owner, the manager of their units, an admin. Can be undone. */
export const mergeCustomers = action
  .inputSchema(mergeInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const merge = await write(scope, (tx) => data.mergeCustomers(tx, parsedInput), "merge");
    revalidatePath("/", "layout");
    return { merge };
  });

export const undoCustomerMerge = action
  .inputSchema(undoMergeInput)
  .action(async ({ parsedInput: { merge }, ctx: { scope } }) => {
    await write(scope, (tx) => data.undoMerge(tx, merge), "undo");
    revalidatePath("/", "layout");
  });
