"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { read, write } from "@/lib/platform/db/access";
import { businessContext } from "@/lib/settings/data/business-context";
import { insertNote, noteChoices, removeNote, updateNote } from "./data";
import { editNoteInput, newNoteInput, noteInput } from "./schema";

/** Notes also mark the charts. */
function revalidate(): void {
  revalidatePath("/market", "layout");
  revalidatePath("/dashboard");
}

/** What a note can name, for a form on any page. */
export const loadNoteChoices = action.action(({ ctx: { scope } }) => read(scope, noteChoices));

export const createNote = action
  .inputSchema(newNoteInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, async (tx) => {
      const { today, organisation } = await businessContext(tx);
      return insertNote(tx, scope, parsedInput, { today, currency: organisation.baseCurrency });
    });
    revalidate();
    return { id };
  });

export const editNote = action
  .inputSchema(editNoteInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      const { today, organisation } = await businessContext(tx);
      await updateNote(tx, scope, parsedInput, { today, currency: organisation.baseCurrency });
    });
    revalidate();
  });

export const deleteNote = action
  .inputSchema(noteInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => removeNote(tx, scope, id));
    revalidate();
    return { removal };
  });
