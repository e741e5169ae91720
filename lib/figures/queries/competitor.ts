import "server-only";
import { measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays, addMonths } from "@/lib/shared/business-date";

/** Deals won and lost against a competitor within the last year, among those that name it. */
export function standingAgainst(scope: Scope, competitor: string) {
  return read(scope, async (tx) => {
    const { organisation, today, digits } = await businessContext(tx);
    const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
    const range = { from: addDays(addMonths(today, -12), 1), to: addDays(today, 1) };
    const rows = await measure(tx, {
      metrics: ["won_deals", "lost_deals", "win_rate"],
      range,
      where: { competitor },
      ...{ asOf: today, digits, calendar: { fiscalYearStartMonth, firstDayOfWeek } },
    });
    const value = (metric: string) => rows.find((row) => row.metric === metric)?.value ?? null;
    return {
      range,
      won: value("won_deals") ?? 0,
      lost: value("lost_deals") ?? 0,
      winRate: value("win_rate"),
    };
  });
}
