"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as bulk from "../data/bulk";
import { bulkInput, bulkUndoInput } from "../schema";

const writer = action.use(policy((scope) => canEver(scope, "deal.write")));

export const changeDeals = writer
  .inputSchema(bulkInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const outcome = await write(scope, (tx) => bulk.changeDeals(tx, parsedInput));
    if (parsedInput.apply) revalidatePath("/", "layout");
    return outcome;
  });

/** Undo of a bulk change. */
export const undoChange = writer
  .inputSchema(bulkUndoInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const count = await write(scope, (tx) => bulk.undoChange(tx, parsedInput.items));
    revalidatePath("/", "layout");
    return { count };
  });
