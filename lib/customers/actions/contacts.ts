"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as contacts from "../data/contacts";
import { activeInput, editContactInput, newContactInput, recordInput } from "../schema";

function revalidate(): void {
  revalidatePath("/customers/[id]", "page");
}

export const createContact = action
  .inputSchema(newContactInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => contacts.insertContact(tx, parsedInput));
    revalidate();
    return { id };
  });

export const editContact = action
  .inputSchema(editContactInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => contacts.updateContact(tx, parsedInput));
    revalidate();
  });

/** Somebody who has left stays in every record and can no longer be chosen. */
export const setContactInUse = action
  .inputSchema(activeInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => contacts.setContactActive(tx, id, active));
    revalidate();
  });

/** Only for contacts that nothing names; can be undone. */
export const deleteContact = action
  .inputSchema(recordInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => contacts.deleteContact(tx, id));
    revalidate();
    return { removal };
  });
