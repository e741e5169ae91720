import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import type { BusinessContext } from "@/lib/settings/data/business-context";
import type { FiscalPeriod } from "@/lib/settings/domain/fiscal-calendar";
import type { TargetSubject } from "@/lib/targets/data/targets-in-force";
import { scoreOf, scoreRules } from "@/lib/targets/domain/score";
import { targetFigure } from "@/lib/targets/domain/target-figure";
import { TARGET_KPIS, type TargetKpi } from "@/lib/targets/domain/target-kpi";
import type { ExplainedFigure } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";
import { targetFacts } from "./target-facts";

/** The weighted score of all KPIs with a target, with the attainment of each as a part. */
export async function scoreFigure(
  tx: Tx,
  context: BusinessContext,
  address: FigureAddress,
  { period, subject }: { period: FiscalPeriod; subject: TargetSubject | null },
): Promise<Pick<ExplainedFigure, "figure" | "parts">> {
  const { where, range } = address;
  const attained: { kpi: TargetKpi; attainment: number | null }[] = [];
  for (const kpi of TARGET_KPIS) {
    const facts = (await targetFacts(tx, context, { kpi, period, where, subject })).get(null);
    if (facts?.levels?.target == null) continue;
    attained.push({ kpi, attainment: targetFigure("attainment", facts).value });
  }
  const { score, parts } = scoreOf(attained, scoreRules(context.organisation));
  return {
    figure: { value: score, numerator: score, denominator: null, n: attained.length },
    parts: parts.map(({ kpi, share }) => ({
      address: { metric: "attainment", of: kpi, range, where },
      value: attained.find((one) => one.kpi === kpi)?.attainment ?? null,
      share,
    })),
  };
}
