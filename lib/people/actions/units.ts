"use server";
import { revalidatePath } from "next/cache";
import { peopleInUnitFrom, setUnitManager } from "@/lib/people/data/assignments";
import { businessToday } from "@/lib/people/data/business-today";
import {
  activeChildren,
  findUnit,
  insertUnit,
  moveUnit as moveUnitFrom,
  renameUnit,
  setUnitActive,
} from "@/lib/people/data/units";
import { findUser } from "@/lib/people/data/users";
import { canEver } from "@/lib/people/domain/permissions";
import { mayManageUnits } from "@/lib/people/domain/user-rules";
import {
  editUnitInput,
  moveUnitInput,
  newUnitInput,
  unitInput,
  unitManagerInput,
} from "@/lib/people/schema";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";

const admin = action.use(policy((scope) => canEver(scope, "unit.manage")));

function revalidate(): void {
  revalidatePath("/settings", "layout");
}

/** Adds a unit below another. */
export const createUnit = admin
  .inputSchema(newUnitInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => insertUnit(tx, parsedInput));
    revalidate();
    return { id };
  });

/** Saves a unit's names. */
export const editUnit = admin
  .inputSchema(editUnitInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => renameUnit(tx, parsedInput));
    revalidate();
  });

/** Hangs a unit elsewhere from a day on; figures before that day stay where they were. */
export const moveUnit = admin
  .inputSchema(moveUnitInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => moveUnitFrom(tx, parsedInput));
    revalidate();
  });

/** Who runs a unit from a day on; nobody when no person is given. */
export const setManager = admin
  .inputSchema(unitManagerInput)
  .action(async ({ parsedInput: { id, userId, from }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await findUnit(tx, id);
      if (userId && !mayManageUnits((await findUser(tx, userId)).role)) {
        throw new AppError("managerRole");
      }
      await setUnitManager(tx, id, userId, from);
    });
    revalidate();
  });

/** Closes a unit in which nobody is any more, now or later; its history stays. */
export const deactivateUnit = admin
  .inputSchema(unitInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      const unit = await findUnit(tx, id);
      const today = await businessToday(tx);
      if (unit.type === "company") throw new AppError("unitTop");
      if ((await peopleInUnitFrom(tx, id, today)) > 0) throw new AppError("unitHasPeople");
      if ((await activeChildren(tx, id, today)) > 0) throw new AppError("unitHasUnits");
      await setUnitActive(tx, id, false);
    });
    revalidate();
  });

/** Opens a closed unit again. */
export const activateUnit = admin
  .inputSchema(unitInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await findUnit(tx, id);
      await setUnitActive(tx, id, true);
    });
    revalidate();
  });
