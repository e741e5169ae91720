"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { decide, dismiss, insertFinding, merge, removeFinding, updateFinding } from "./data/decide";
import { linkFeedback, unlinkFeedback } from "./data/evidence";
import {
  decideInput,
  dismissInput,
  editInput,
  evidenceInput,
  findingInput,
  mergeInput,
  writeInput,
} from "./schema";

const deciding = action.use(policy((scope) => canEver(scope, "finding.decide")));

/** Findings also stand on the dashboard and the day. */
function revalidate(): void {
  revalidatePath("/findings", "layout");
  revalidatePath("/dashboard");
  revalidatePath("/my-day");
}

export const decideFinding = deciding
  .inputSchema(decideInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => decide(tx, scope, parsedInput));
    revalidate();
  });

export const dismissFinding = deciding
  .inputSchema(dismissInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => dismiss(tx, scope, parsedInput));
    revalidate();
  });

export const mergeFinding = deciding
  .inputSchema(mergeInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => merge(tx, scope, parsedInput));
    revalidate();
  });

export const writeFinding = action
  .inputSchema(writeInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => insertFinding(tx, scope, parsedInput));
    revalidate();
    return { id };
  });

export const editFinding = action
  .inputSchema(editInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => updateFinding(tx, scope, parsedInput));
    revalidate();
  });

export const deleteFinding = action
  .inputSchema(findingInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => removeFinding(tx, scope, id));
    revalidate();
    return { removal };
  });

export const linkEvidence = action
  .inputSchema(evidenceInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => linkFeedback(tx, scope, parsedInput));
    revalidate();
    revalidatePath("/feedback", "layout");
  });

export const unlinkEvidence = action
  .inputSchema(evidenceInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => unlinkFeedback(tx, parsedInput));
    revalidate();
    revalidatePath("/feedback", "layout");
    return { removal };
  });
