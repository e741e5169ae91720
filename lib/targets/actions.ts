"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { read } from "@/lib/platform/db/access";
import { copySource } from "./data/copy-source";
import { moveGrid } from "./data/move-grid";
import { saveGrid } from "./data/save-grid";
import { copySourceInput, moveTargetsInput, saveTargetsInput, targetHistoryInput } from "./schema";
import { targetHistory } from "./sql/target-history";

const setting = action.use(policy((scope) => canEver(scope, "target.set")));
const publishing = action.use(policy((scope) => canEver(scope, "target.publish")));

/** Saves the changed cells of a grid; stale ones are answered with both versions, nothing saved. */
export const saveTargets = setting
  .inputSchema(saveTargetsInput)
  .action(async ({ ctx, parsedInput }) => {
    const outcome = await saveGrid(ctx.scope, parsedInput);
    if (outcome.ok) revalidatePath("/targets");
    return outcome;
  });

export const publishTargets = publishing
  .inputSchema(moveTargetsInput)
  .action(async ({ ctx, parsedInput }) => {
    const moved = await moveGrid(ctx.scope, "publish", parsedInput);
    revalidatePath("/targets");
    return { moved };
  });

export const lockTargets = publishing
  .inputSchema(moveTargetsInput)
  .action(async ({ ctx, parsedInput }) => {
    const moved = await moveGrid(ctx.scope, "lock", parsedInput);
    revalidatePath("/targets");
    return { moved };
  });

/** For admins only. */
export const unlockTargets = publishing
  .inputSchema(moveTargetsInput)
  .action(async ({ ctx, parsedInput }) => {
    const moved = await moveGrid(ctx.scope, "unlock", parsedInput);
    revalidatePath("/targets");
    return { moved };
  });

/** Targets of another quarter, to be filled in here; changes nothing. */
export const loadCopySource = setting
  .inputSchema(copySourceInput)
  .action(({ ctx, parsedInput }) =>
    read(ctx.scope, (tx) => copySource(tx, ctx.scope, parsedInput)),
  );

/** Every version of one target that the person may see. */
export const loadTargetHistory = action
  .inputSchema(targetHistoryInput)
  .action(({ ctx, parsedInput }) =>
    read(ctx.scope, (tx) => targetHistory(tx, parsedInput.targetId)),
  );
