import "server-only";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { growthRate } from "@/lib/metrics/domain/growth";
import type { Tx } from "@/lib/platform/db/access";
import { sameFiscalPeriodLastYear } from "@/lib/settings/domain/fiscal-calendar";
import { elapsedPart, sameElapsedPart } from "@/lib/settings/domain/working-days";
import { type Period, samePeriodLastYear } from "@/lib/shared/period";
import type { GridQuestion } from "../data/grid-source";
import { gridPeriods, type RowFigures } from "../domain/build-grid";
import { rowKey } from "../domain/target-grid";
import type { GridMember } from "../sql/grid-members";

/** One value per asked range; null where undefined. */
type Values = readonly (number | null)[];

/** Which metric and ranges a KPI's figures need, and how a row's figures come from their values. */
function plan(question: GridQuestion): {
  metric: Measurement["metrics"][number];
  ranges: Period[];
  rowOf: (values: Values) => RowFigures;
} {
  const { kpi, quarter, context } = question;
  const startMonth = context.organisation.fiscalYearStartMonth;
  const then = sameFiscalPeriodLastYear(startMonth, quarter);
  if (kpi === "growth") {
    const before = sameFiscalPeriodLastYear(startMonth, then);
    const now = elapsedPart(quarter, context.today);
    const thenToDate = sameElapsedPart(context.workingCalendar, quarter, then, context.today);
    return {
      metric: "revenue",
      ranges: [now, thenToDate, then, before],
      rowOf: ([a = null, b = null, c = null, d = null]) => ({
        actual: [now.from < now.to ? growthRate(a, b) : null],
        lastYear: [growthRate(c, d)],
        base: c,
      }),
    };
  }
  const periods = gridPeriods(kpi, startMonth, quarter);
  const started = (index: number) => (periods[index]?.from ?? "") <= context.today;
  return {
    metric: kpi,
    ranges: [...periods, ...periods.map(samePeriodLastYear)],
    rowOf: (values) => ({
      actual: periods.map((_, i) => (started(i) ? (values[i] ?? null) : null)),
      lastYear: periods.map((_, i) => values[periods.length + i] ?? null),
      base: null,
    }),
  };
}

/** What each row did so far and a year before, by the one metric engine. Keys as `rowKey`. */
export async function gridFigures(
  tx: Tx,
  question: GridQuestion,
  members: readonly GridMember[],
): Promise<Map<string, RowFigures>> {
  const { metric, ranges, rowOf } = plan(question);
  const { unitId, context } = question;
  const [range = question.quarter, ...compare] = ranges;
  const asked: Measurement = {
    metrics: [metric],
    range,
    compare,
    where: { unit: unitId },
    asOf: context.today,
    calendar: context.organisation,
    digits: context.digits,
  };
  const missing = metric === "win_rate" ? null : 0;
  const figures = new Map<string, RowFigures>();
  const kinds = new Set(members.map((member) => member.kind));
  for (const kind of kinds) {
    const by = ({ whole: undefined, unit: "branch", rep: "rep" } as const)[kind];
    const rows = await measure(tx, { ...asked, by });
    const values = new Map(rows.map((row) => [`${row.key ?? ""}|${row.range}`, row.value]));
    for (const member of members.filter((one) => one.kind === kind)) {
      const key = { whole: "", unit: member.unitId, rep: member.userId ?? "" }[kind];
      const own = ranges.map((_, no) => {
        const value = values.get(`${key}|${no}`);
        return value === undefined ? missing : value;
      });
      figures.set(rowKey(member.unitId, member.userId), rowOf(own));
    }
  }
  return figures;
}
