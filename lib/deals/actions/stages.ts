"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as stages from "../data/stages";
import {
  editStageInput,
  moveStageInput,
  newStageInput,
  settingActiveInput,
  settingInput,
} from "../schema";

const admin = action.use(policy((scope) => canEver(scope, "pipeline.manage")));

/** Stages are behind the pipeline on many pages. */
function revalidate(): void {
  revalidatePath("/", "layout");
}

export const createStage = admin
  .inputSchema(newStageInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => stages.insertStage(tx, parsedInput));
    revalidate();
    return { id };
  });

export const editStage = admin
  .inputSchema(editStageInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => stages.updateStage(tx, parsedInput));
    revalidate();
  });

/** A place earlier or later in the pipeline. */
export const moveStage = admin
  .inputSchema(moveStageInput)
  .action(async ({ parsedInput: { id, by }, ctx: { scope } }) => {
    await write(scope, (tx) => stages.moveStage(tx, id, by));
    revalidate();
  });

export const setStageActive = admin
  .inputSchema(settingActiveInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => stages.setStageActive(tx, id, active));
    revalidate();
  });

/** Only for stages no deal has been in. */
export const deleteStage = admin
  .inputSchema(settingInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => stages.deleteStage(tx, id));
    revalidate();
  });
