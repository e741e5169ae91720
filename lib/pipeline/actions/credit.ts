"use server";
import { revalidatePath } from "next/cache";
import { withdrawHandOver } from "@/lib/deals/data/hand-overs";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as credit from "../data/credit";
import { answerInput, handOverIdInput, handOverInput, splitInput } from "../schema";

const writer = action.use(policy((scope) => canEver(scope, "deal.write")));

function revalidate(): void {
  revalidatePath("/", "layout");
}

export const shareCredit = writer
  .inputSchema(splitInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => credit.splitDeal(tx, parsedInput));
    revalidate();
  });

export const askHandOver = writer
  .inputSchema(handOverInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => credit.askHandOver(tx, scope.userId, parsedInput));
    revalidate();
  });

export const answerHandOver = writer
  .inputSchema(answerInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const done = await write(scope, (tx) => credit.answer(tx, parsedInput));
    revalidate();
    return done;
  });

export const withdrawRequest = writer
  .inputSchema(handOverIdInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => withdrawHandOver(tx, id, scope.userId));
    revalidate();
  });
