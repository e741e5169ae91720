import "server-only";
import { type MeasuredRow, type Measurement, measure } from "@/lib/metrics/data/measure";
import type { Dimension, FilterName } from "@/lib/metrics/domain/dimensions";
import { growthFigure } from "@/lib/metrics/domain/growth-figure";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessContext } from "@/lib/settings/data/business-context";
import { type FiscalPeriod, sameFiscalPeriodLastYear } from "@/lib/settings/domain/fiscal-calendar";
import { elapsedPart, sameElapsedPart } from "@/lib/settings/domain/working-days";
import { type TargetSubject, targetsInForce } from "@/lib/targets/data/targets-in-force";
import { pacingOf } from "@/lib/targets/domain/pacing";
import type { TargetFacts } from "@/lib/targets/domain/target-figure";
import type { TargetKpi } from "@/lib/targets/domain/target-kpi";

export type TargetQuestion = {
  kpi: TargetKpi;
  period: FiscalPeriod;
  where: Partial<Record<FilterName, string | null>>;
  /** Of whose targets; null where the figure is of something no target is set for. */
  subject: TargetSubject | null;
  by?: "rep" | "region";
};

/** Range 0 of a measurement by group; range 1 is last year's. */
type Groups = Map<string | null, MeasuredRow[]>;

/**
 * What the figures against a target are made of, by group (one, `null`, without a breakdown): the KPI
 * so far in the period, the levels in force, and for revenue the pipeline and the rates of winning.
 */
export async function targetFacts(
  tx: Tx,
  context: BusinessContext,
  question: TargetQuestion,
): Promise<Map<string | null, TargetFacts>> {
  const { kpi, period } = question;
  const { organisation, workingCalendar, today } = context;
  const { fiscalYearStartMonth: startMonth, paceOnFrom, paceCautionFrom } = organisation;
  const thresholds = { on: paceOnFrom, caution: paceCautionFrom };
  const pacing = pacingOf(workingCalendar, period, today, thresholds);
  const levelsOf = await levels(tx, startMonth, question);
  const now = await soFar(tx, context, question);
  const due = kpi === "revenue" ? await duePipeline(tx, context, question) : undefined;
  const facts = new Map<string | null, TargetFacts>();
  for (const [key, rows] of now) {
    const value = (metric: MeasuredRow["metric"]) => rows.find((r) => r.metric === metric)?.value;
    facts.set(key, {
      kpi,
      actual: actualOf(kpi, rows),
      levels: levelsOf(key),
      pacing,
      due: due && (due.get(key)?.[0] ?? { value: 0, n: 0 }),
      averageDealSize: value("average_deal_size"),
      winRate: value("win_rate"),
    });
  }
  return facts;
}

function actualOf(kpi: TargetKpi, rows: readonly MeasuredRow[]): TargetFacts["actual"] {
  const find = (metric: MeasuredRow["metric"], range: number) =>
    rows.find((row) => row.metric === metric && row.range === range);
  if (kpi !== "growth") return find(kpi, 0) ?? { value: kpi === "win_rate" ? null : 0, n: 0 };
  const now = find("revenue", 0);
  return growthFigure(now?.value ?? 0, find("revenue", 1)?.value ?? 0, now?.n ?? 0);
}

/** Levels of the subject itself, or of each group of the breakdown. */
async function levels(
  tx: Tx,
  startMonth: number,
  { kpi, period, where, subject, by }: TargetQuestion,
): Promise<(key: string | null) => TargetFacts["levels"]> {
  if (!subject) return () => null;
  const targets = await targetsInForce(tx, startMonth, period, subject);
  if (by) {
    const of = by === "rep" ? targets.ofRep : targets.ofUnit;
    return (key) => (key === null ? null : of(kpi, key));
  }
  const whole = where.rep ? targets.ofRep(kpi, where.rep) : targets.whole(kpi);
  return () => whole;
}

type Asked = Pick<Measurement, "metrics" | "range" | "compare">;

async function groups(
  tx: Tx,
  { organisation, today, digits }: BusinessContext,
  { where, by }: { where: TargetQuestion["where"]; by?: Dimension },
  asked: Asked,
): Promise<Groups> {
  const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
  const calendar = { fiscalYearStartMonth, firstDayOfWeek };
  const rows = await measure(tx, { ...asked, where, by, asOf: today, calendar, digits });
  return Map.groupBy(rows, ({ key }) => key);
}

/** The KPI in the part of the period that has passed; of growth last year's part beside it. */
function soFar(tx: Tx, context: BusinessContext, question: TargetQuestion): Promise<Groups> {
  const { kpi, period } = question;
  const { organisation, workingCalendar, today } = context;
  const range = elapsedPart(period, today);
  if (kpi !== "growth") {
    const rates = ["average_deal_size", "win_rate"] as const;
    const metrics = kpi === "revenue" ? [kpi, ...rates] : [kpi];
    return groups(tx, context, question, { metrics, range });
  }
  const lastYear = sameFiscalPeriodLastYear(organisation.fiscalYearStartMonth, period);
  const compare = [sameElapsedPart(workingCalendar, period, lastYear, today)];
  return groups(tx, context, question, { metrics: ["revenue"], range, compare });
}

function duePipeline(tx: Tx, context: BusinessContext, question: TargetQuestion): Promise<Groups> {
  return groups(tx, context, question, { metrics: ["pipeline_due"], range: question.period });
}
