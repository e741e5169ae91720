import "server-only";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import type { Tx } from "@/lib/platform/db/access";
import { namesOf } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";
import { sameFiscalPeriodLastYear } from "@/lib/settings/domain/fiscal-calendar";
import { localName } from "@/lib/shared/local-name";
import type { Period } from "@/lib/shared/period";
import type { NumberKind } from "@/lib/shared/typed-number";
import { type StoredTarget, storedTargets } from "../data";
import type { GridQuestion } from "../data/grid-source";
import { attainment } from "../domain/attainment";
import { gridPeriods } from "../domain/build-grid";
import { growthAmount } from "../domain/grid-sums";
import { isTargetKpi, ruleOf, TARGET_KPIS, type TargetKpi, type Tiers } from "../domain/target-kpi";

/** One KPI of a person in one unit, in force: the quarter and, where set, its months. */
export type OwnTarget = {
  kpi: TargetKpi;
  kind: NumberKind;
  unit: { id: string; name: string };
  lines: OwnTargetLine[];
};

export type OwnTargetLine = {
  period: Period;
  values: Tiers;
  /** What the target is held against; of a growth target, revenue. Null before the period starts. */
  actual: number | null;
  /** Of a growth target: last year's revenue and base × (1 + g). */
  base: number | null;
  amount: number | null;
  attainment: number | null;
};

type Question = Pick<GridQuestion, "quarter" | "context" | "locale">;

/** The person's own published targets of the quarter with what is reached so far; read-only. */
export async function ownTargets(tx: Tx, scope: Scope, question: Question): Promise<OwnTarget[]> {
  const { quarter, locale } = question;
  const all = await storedTargets(tx, { span: quarter, userId: scope.userId });
  const inForce = all.filter((target) => target.status !== "draft" && isTargetKpi(target.kpi));
  if (inForce.length === 0) return [];
  const unitIds = [...new Set(inForce.map((target) => target.unitId))];
  const names = await namesOf(tx, unitIds);
  const found: OwnTarget[] = [];
  for (const [id, name] of names)
    for (const kpi of TARGET_KPIS) {
      const targets = inForce.filter((t) => t.unitId === id && t.kpi === kpi);
      if (targets.length === 0) continue;
      found.push({
        kpi,
        kind: ruleOf(kpi, question.context.digits).kind,
        unit: { id, name: localName(name, locale) },
        lines: await linesOf(tx, scope, question, kpi, id, targets),
      });
    }
  return found;
}

async function linesOf(
  tx: Tx,
  scope: Scope,
  { quarter, context }: Question,
  kpi: TargetKpi,
  unitId: string,
  targets: readonly StoredTarget[],
): Promise<OwnTargetLine[]> {
  const startMonth = context.organisation.fiscalYearStartMonth;
  const periods = gridPeriods(kpi, startMonth, quarter);
  const ranges = [...periods, sameFiscalPeriodLastYear(startMonth, quarter)];
  const metric: Measurement["metrics"][number] = kpi === "growth" ? "revenue" : kpi;
  const [range = quarter, ...compare] = ranges;
  const rows = await measure(tx, {
    metrics: [metric],
    range,
    compare,
    where: { unit: unitId, rep: scope.userId },
    asOf: context.today,
    calendar: context.organisation,
    digits: context.digits,
  });
  const measured = (no: number) => {
    const row = rows.find((one) => one.range === no);
    return row ? row.value : metric === "win_rate" ? null : 0;
  };
  const base = kpi === "growth" ? measured(periods.length) : null;
  return periods.flatMap((period, no) => {
    const stored = targets.find((t) => t.from === period.from && t.to === period.to);
    if (!stored) return [];
    const { values } = stored;
    const actual = period.from <= context.today ? measured(no) : null;
    const amount = kpi === "growth" ? growthAmount(base, values.target, context.digits) : null;
    const yardstick = kpi === "growth" ? amount : values.target;
    return [{ period, values, actual, base, amount, attainment: attainment(actual, yardstick) }];
  });
}
