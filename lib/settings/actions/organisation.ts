"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { assertTimeZone, updateOrganisation } from "../data/organisation";
import { displacedTargets } from "../domain/fiscal-start";
import { baseCurrencyInput, fiscalStartInput, organisationInput } from "../schema";
import { baseCurrencyUse } from "../sql/base-currency-use";
import { targetPeriods } from "../sql/target-periods";

const admin = action.use(policy((scope) => canEver(scope, "settings.manage")));

/** Names, time zone, week, colours and thresholds: they are on every page. */
export const editOrganisation = admin
  .inputSchema(organisationInput)
  .action(async ({ parsedInput: { version, ...changes }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await assertTimeZone(tx, changes.timeZone);
      await updateOrganisation(tx, version, changes);
    });
    revalidatePath("/", "layout");
  });

/** The month the fiscal year starts in; refused while targets are set for quarters that would be none. */
export const setFiscalStart = admin
  .inputSchema(fiscalStartInput)
  .action(async ({ parsedInput: { version, startMonth }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      const count = displacedTargets(startMonth, await targetPeriods(tx));
      if (count > 0) throw new AppError("fiscalStartTargets", { count });
      await updateOrganisation(tx, version, { fiscalYearStartMonth: startMonth });
    });
    revalidatePath("/", "layout");
  });

/** The currency of every figure; fixed from the first sale, deal, target or exchange rate on. */
export const setBaseCurrency = admin
  .inputSchema(baseCurrencyInput)
  .action(async ({ parsedInput: { version, baseCurrency }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      const { sales, deals, targets, rates } = await baseCurrencyUse(tx);
      if (sales || deals || targets) throw new AppError("baseCurrencyLocked");
      if (rates) throw new AppError("baseCurrencyRates");
      await updateOrganisation(tx, version, { baseCurrency });
    });
    revalidatePath("/", "layout");
  });
