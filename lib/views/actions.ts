"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { insertView, removeView, setDefaultView, updateView } from "./data";
import {
  defaultViewInput,
  editViewInput,
  newViewInput,
  overwriteViewInput,
  viewInput,
} from "./schema";

/** Views stand over every list. */
function revalidate(): void {
  revalidatePath("/", "layout");
}

export const createView = action
  .inputSchema(newViewInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => insertView(tx, scope, parsedInput));
    revalidate();
  });

export const editView = action
  .inputSchema(editViewInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => updateView(tx, scope, parsedInput));
    revalidate();
  });

export const overwriteView = action
  .inputSchema(overwriteViewInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => updateView(tx, scope, parsedInput));
    revalidate();
  });

export const deleteView = action
  .inputSchema(viewInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => removeView(tx, scope, id));
    revalidate();
    return { removal };
  });

export const chooseDefaultView = action
  .inputSchema(defaultViewInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => setDefaultView(tx, scope, parsedInput));
    revalidate();
  });
