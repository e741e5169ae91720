"use server";
import { revalidatePath } from "next/cache";
import { deleteDeal, lockForEdit, setNextStep } from "@/lib/deals/data/write-deal";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as edit from "../data/edit";
import { dealInput, dealLinesInput, editDealInput, newDealInput, nextStepInput } from "../schema";

const writer = action.use(policy((scope) => canEver(scope, "deal.write")));

/** A deal is behind lists, boards, dashboards and its customer. */
function revalidate(): void {
  revalidatePath("/", "layout");
}

export const createDeal = writer
  .inputSchema(newDealInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => edit.createDeal(tx, scope, parsedInput));
    revalidate();
    return { id: parsedInput.id };
  });

export const editDeal = writer
  .inputSchema(editDealInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => edit.editDeal(tx, scope, parsedInput));
    revalidate();
  });

export const saveDealLines = writer
  .inputSchema(dealLinesInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => edit.saveLines(tx, parsedInput));
    revalidate();
  });

export const saveNextStep = writer
  .inputSchema(nextStepInput)
  .action(async ({ parsedInput: { id, version, ...step }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await lockForEdit(tx, id, version);
      await setNextStep(tx, id, step);
    });
    revalidate();
  });

export const removeDeal = writer
  .inputSchema(dealInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => deleteDeal(tx, id));
    revalidate();
    return { removal };
  });
