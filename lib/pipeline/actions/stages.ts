"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as close from "../data/close";
import { loseInput, moveInput, winInput } from "../schema";

const writer = action.use(policy((scope) => canEver(scope, "deal.write")));

function revalidate(): void {
  revalidatePath("/", "layout");
}

/** Into an open stage; a closed deal is opened again. */
export const moveDeal = writer
  .inputSchema(moveInput)
  .action(async ({ parsedInput: { stageId, ...seen }, ctx: { scope } }) => {
    const done = await write(scope, (tx) => close.moveToOpen(tx, seen, stageId));
    revalidate();
    return done;
  });

export const winDeal = writer
  .inputSchema(winInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const done = await write(scope, (tx) => close.winDeal(tx, parsedInput));
    revalidate();
    return done;
  });

export const correctWin = writer
  .inputSchema(winInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => close.correctWin(tx, parsedInput));
    revalidate();
  });

export const loseDeal = writer
  .inputSchema(loseInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const done = await write(scope, (tx) => close.loseDeal(tx, parsedInput));
    revalidate();
    return done;
  });
