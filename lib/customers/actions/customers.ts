"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { insertCustomer, setCustomerActive, updateCustomer } from "../data/customers";
import { removeCustomer } from "../data/removal";
import { activeInput, editCustomerInput, newCustomerInput, recordInput } from "../schema";

function revalidate(): void {
  revalidatePath("/customers", "layout");
}

export const createCustomer = action
  .inputSchema(newCustomerInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => insertCustomer(tx, scope, parsedInput));
    revalidate();
    return { id };
  });

export const editCustomer = action
  .inputSchema(editCustomerInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => updateCustomer(tx, scope, parsedInput));
    revalidate();
  });

/** A customer out of use stays in every record and can no longer be chosen. */
export const setCustomerInUse = action
  .inputSchema(activeInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => setCustomerActive(tx, scope, id, active));
    revalidate();
  });

/** Only for customers that nothing names; can be undone. */
export const deleteCustomer = action
  .inputSchema(recordInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => removeCustomer(tx, scope, id));
    revalidate();
    return { removal };
  });
