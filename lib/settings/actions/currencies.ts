"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { type Tx, write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { deleteRate, insertRate, updateRate } from "../data/exchange-rates";
import { organisation } from "../data/organisation";
import { editRateInput, newRateInput, recordInput } from "../schema";

const admin = action.use(policy((scope) => canEver(scope, "settings.manage")));

function revalidate(): void {
  revalidatePath("/settings", "layout");
}

async function assertForeign(tx: Tx, currency: string): Promise<void> {
  if ((await organisation(tx)).baseCurrency === currency) throw new AppError("rateOfBase");
}

/** A rate from a day on, until the next one of the same currency. */
export const addRate = admin
  .inputSchema(newRateInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, async (tx) => {
      await assertForeign(tx, parsedInput.currency);
      return insertRate(tx, parsedInput);
    });
    revalidate();
    return { id };
  });

export const editRate = admin
  .inputSchema(editRateInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await assertForeign(tx, parsedInput.currency);
      await updateRate(tx, parsedInput);
    });
    revalidate();
  });

export const removeRate = admin
  .inputSchema(recordInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => deleteRate(tx, id));
    revalidate();
  });
