"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { businessContext } from "@/lib/settings/data/business-context";
import * as feedback from "../data/feedback";
import {
  answerInput,
  editFeedbackInput,
  feedbackInput,
  newFeedbackInput,
  reopenInput,
  resolveInput,
  themesInput,
} from "../schema";

/** Feedback shows on its own pages and on those of its deal and customer. */
function revalidate(): void {
  for (const area of ["/feedback", "/deals", "/customers", "/market"])
    revalidatePath(area, "layout");
}

export const createFeedback = action
  .inputSchema(newFeedbackInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, async (tx) => {
      const { today } = await businessContext(tx);
      return feedback.insertFeedback(tx, scope, parsedInput, today);
    });
    revalidate();
    return { id };
  });

export const editFeedback = action
  .inputSchema(editFeedbackInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      const { today } = await businessContext(tx);
      await feedback.updateFeedback(tx, scope, parsedInput, today);
    });
    revalidate();
  });

export const acknowledgeFeedback = action
  .inputSchema(answerInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => feedback.acknowledge(tx, scope, parsedInput));
    revalidate();
  });

export const resolveFeedback = action
  .inputSchema(resolveInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => feedback.resolve(tx, scope, parsedInput));
    revalidate();
  });

export const reopenFeedback = action
  .inputSchema(reopenInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => feedback.reopen(tx, scope, parsedInput));
    revalidate();
  });

export const confirmFeedbackThemes = action
  .inputSchema(themesInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => feedback.confirmThemes(tx, scope, parsedInput));
    revalidate();
  });

export const deleteFeedback = action
  .inputSchema(feedbackInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) => feedback.removeFeedback(tx, scope, id));
    revalidate();
    return { removal };
  });
