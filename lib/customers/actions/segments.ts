"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as segments from "../data/segments";
import { activeInput, editSegmentInput, newSegmentInput, recordInput } from "../schema";

const admin = action.use(policy((scope) => canEver(scope, "pipeline.manage")));

function revalidate(): void {
  revalidatePath("/settings", "layout");
}

export const createSegment = admin
  .inputSchema(newSegmentInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => segments.insertSegment(tx, parsedInput));
    revalidate();
  });

export const editSegment = admin
  .inputSchema(editSegmentInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => segments.updateSegment(tx, parsedInput));
    revalidate();
  });

export const setSegmentActive = admin
  .inputSchema(activeInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => segments.setSegmentActive(tx, id, active));
    revalidate();
  });

/** Only for segments no customer is in. */
export const deleteSegment = admin
  .inputSchema(recordInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => segments.deleteSegment(tx, id));
    revalidate();
  });
