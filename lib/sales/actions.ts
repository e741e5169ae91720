"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { insertReturn, insertSale, removeSale } from "./data/write-sale";
import { newReturnInput, newSaleInput, saleInput } from "./schema";

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

/** Only lines entered by hand; can be undone. */
export const deleteSale = action
  .inputSchema(saleInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => removeSale(tx, id));
    revalidate();
    return { removal };
  });
