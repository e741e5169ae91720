"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { updateReturn, updateSale } from "./data/edit-sale";
import { DaysChanged, keepDays } from "./data/store-days";
import { insertReturn, insertSale, removeSale } from "./data/write-sale";
import {
  editReturnInput,
  editSaleInput,
  newReturnInput,
  newSaleInput,
  saleInput,
  storeDaysInput,
} from "./schema";

function revalidate(): void {
  revalidatePath("/sales", "layout");
}

export const createSale = action
  .inputSchema(newSaleInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => insertSale(tx, parsedInput));
    revalidate();
  });

export const returnSale = action
  .inputSchema(newReturnInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => insertReturn(tx, parsedInput));
    revalidate();
  });

/** Only lines entered by hand; others are corrected where they come from. */
export const editSale = action
  .inputSchema(editSaleInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => updateSale(tx, parsedInput));
    revalidate();
  });

export const editReturn = action
  .inputSchema(editReturnInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => updateReturn(tx, parsedInput));
    revalidate();
  });

/** Only lines entered by hand; can be undone. */
export const deleteSale = action
  .inputSchema(saleInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => removeSale(tx, id));
    revalidate();
    return { removal };
  });

/** Books a store's days, or answers with what others have changed meanwhile. */
export const saveStoreDays = action
  .inputSchema(storeDaysInput)
  .action(async ({ parsedInput: { unitId, changes }, ctx: { scope } }) => {
    try {
      const saved = await write(scope, (tx) => keepDays(tx, unitId, changes));
      revalidate();
      return { ok: true as const, saved };
    } catch (error) {
      if (!(error instanceof DaysChanged)) throw error;
      return { ok: false as const, conflicts: error.conflicts };
    }
  });
