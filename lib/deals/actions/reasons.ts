"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as competitors from "../data/competitors";
import * as reasons from "../data/loss-reasons";
import {
  editCompetitorInput,
  editReasonInput,
  newCompetitorInput,
  newReasonInput,
  settingActiveInput,
  settingInput,
} from "../schema";

const admin = action.use(policy((scope) => canEver(scope, "pipeline.manage")));

function revalidate(): void {
  revalidatePath("/settings", "layout");
}

export const createReason = admin
  .inputSchema(newReasonInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => reasons.insertReason(tx, parsedInput));
    revalidate();
  });

export const editReason = admin
  .inputSchema(editReasonInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => reasons.updateReason(tx, parsedInput));
    revalidate();
  });

export const setReasonActive = admin
  .inputSchema(settingActiveInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => reasons.setReasonActive(tx, id, active));
    revalidate();
  });

/** Only for reasons no deal was lost for. */
export const deleteReason = admin
  .inputSchema(settingInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => reasons.deleteReason(tx, id));
    revalidate();
  });

export const createCompetitor = admin
  .inputSchema(newCompetitorInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => competitors.insertCompetitor(tx, parsedInput));
    revalidate();
  });

export const editCompetitor = admin
  .inputSchema(editCompetitorInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => competitors.updateCompetitor(tx, parsedInput));
    revalidate();
  });

export const setCompetitorActive = admin
  .inputSchema(settingActiveInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => competitors.setCompetitorActive(tx, id, active));
    revalidate();
  });

/** Only for competitors no deal was lost to. */
export const deleteCompetitor = admin
  .inputSchema(settingInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => competitors.deleteCompetitor(tx, id));
    revalidate();
  });
