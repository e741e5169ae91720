import "server-only";
import { measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import {
  fiscalPeriodContaining,
  previousFiscalPeriod,
} from "@/lib/settings/domain/fiscal-calendar";
import { addDays } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { FigureAddress } from "../domain/figure-link";

type CustomerFigure = { address: FigureAddress; value: number | null };

/**
 * What a customer brings, as the reader may see it: revenue and orders of this fiscal year to date and
 * of the whole last one, open pipeline today, win rate of both years together.
 */
export function customerFigures(scope: Scope, customerId: string) {
  return read(scope, async (tx) => {
    const { organisation, today, digits } = await businessContext(tx);
    const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
    const year = fiscalPeriodContaining(fiscalYearStartMonth, "year", today);
    const last = previousFiscalPeriod(fiscalYearStartMonth, year);
    const now: Period = { from: year.from, to: addDays(today, 1) };
    const then: Period = { from: last.from, to: last.to };
    const both: Period = { from: last.from, to: now.to };
    const rest = {
      where: { customer: customerId },
      asOf: today,
      calendar: { fiscalYearStartMonth, firstDayOfWeek },
      digits,
    };
    const sold = await measure(tx, {
      ...rest,
      metrics: ["revenue", "orders"],
      range: now,
      compare: [then],
    });
    const deals = await measure(tx, { ...rest, metrics: ["pipeline_open"], range: now });
    const closed = await measure(tx, { ...rest, metrics: ["win_rate"], range: both });
    const rows = [...sold, ...deals, ...closed];
    const figure = (metric: CustomerFigure["address"]["metric"], range: Period): CustomerFigure => {
      const index = range === then ? 1 : 0;
      const row = rows.find((one) => one.metric === metric && one.range === index);
      return { value: row?.value ?? null, address: { metric, range, where: rest.where } };
    };
    return {
      revenue: figure("revenue", now),
      lastRevenue: figure("revenue", then),
      orders: figure("orders", now),
      lastOrders: figure("orders", then),
      pipeline: figure("pipeline_open", now),
      winRate: figure("win_rate", both),
    };
  });
}
export type CustomerFigures = Awaited<ReturnType<typeof customerFigures>>;
