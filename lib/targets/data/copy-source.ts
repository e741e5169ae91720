import "server-only";
import type { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import {
  previousFiscalPeriod,
  sameFiscalPeriodLastYear,
} from "@/lib/settings/domain/fiscal-calendar";
import type { Edits } from "@/lib/shared/cell-edits";
import { addressOf } from "../domain/target-grid";
import { TIERS } from "../domain/target-kpi";
import type { copySourceInput } from "../schema";
import { gridSource, quarterOf } from "./grid-source";

/**
 * The targets of the quarter before, or of the same quarter last year, by the addresses they would
 * have in this quarter's grid: quarter to quarter, first month to first month. Empty ones are left out.
 */
export async function copySource(
  tx: Tx,
  scope: Scope,
  input: z.infer<typeof copySourceInput>,
): Promise<Edits> {
  const context = await businessContext(tx);
  const startMonth = context.organisation.fiscalYearStartMonth;
  const earlier = input.from === "previous" ? previousFiscalPeriod : sameFiscalPeriodLastYear;
  const quarter = earlier(startMonth, quarterOf(input.quarter, context));
  const { kpi, unitId } = input;
  const grid = await gridSource(tx, scope, { kpi, unitId, quarter, context, locale: "zh-CN" });
  const found: Record<string, number> = {};
  for (const row of grid.rows)
    for (const [period, cell] of row.cells.entries())
      for (const tier of TIERS) {
        const value = cell.values[tier];
        if (value !== null) found[addressOf(row.key, period, tier)] = value;
      }
  return found;
}
