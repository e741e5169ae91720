import "server-only";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import type { MetricId } from "@/lib/metrics/domain/catalogue";
import { type Figure, isMeasured } from "@/lib/metrics/domain/figure";
import { changeFigure, growthFigure } from "@/lib/metrics/domain/growth-figure";
import { shareFigure } from "@/lib/metrics/domain/share";
import { cohortRetention } from "@/lib/metrics/sql/cohort-retention";
import type { Tx } from "@/lib/platform/db/access";
import { addMonths } from "@/lib/shared/business-date";
import { linearityFigure } from "@/lib/targets/domain/linearity";
import type { ExplainedFigure } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";

type Settings = Pick<Measurement, "asOf" | "calendar" | "digits">;

/** A growth, change, share, linearity or retention with its sides: now and then, the part and its whole. */
export async function comparedFigure(
  tx: Tx,
  address: FigureAddress,
  settings: Settings,
): Promise<Pick<ExplainedFigure, "figure" | "parts">> {
  const { metric, range, base = range, where } = address;
  if (metric === "cohort_retention") {
    const cohort = { metric: "new_customers", range: base, where } as const;
    const size = await measuredAt(tx, cohort, settings);
    const figure = await cohortRetention(tx, base, range, where);
    return { figure, parts: [partAt(cohort, size)] };
  }
  const [one, other] = sidesOf(address);
  const first = await measuredAt(tx, one, settings);
  const second = await measuredAt(tx, other, settings);
  const figure = (FORMULA[metric] ?? growthFigure)(first.value, second.value, first.n);
  return { figure, parts: [partAt(one, first), partAt(other, second)] };
}

const partAt = (address: FigureAddress, { value }: Figure) => ({ address, value });

const FORMULA: Partial<Record<MetricId, typeof growthFigure>> = {
  change: changeFigure,
  share: shareFigure,
  linearity: linearityFigure,
};

/** What is compared, and what with. */
function sidesOf({ metric, of = "revenue", range, base = range, part, where }: FigureAddress) {
  const own: FigureAddress = { metric: isMeasured(of) ? of : "revenue", range, where };
  if (part) return [own, { ...own, where: { ...where, [part]: undefined } }] as const;
  if (metric !== "linearity") return [own, { ...own, range: base }] as const;
  const lastMonth = { from: addMonths(range.to, -1), to: range.to };
  return [{ ...own, range: lastMonth }, own] as const;
}

/** The figure of a measured metric at an address. */
export async function measuredAt(
  tx: Tx,
  { metric, range, where }: FigureAddress,
  settings: Settings,
): Promise<Figure> {
  const metrics = isMeasured(metric) ? [metric] : [];
  const [row] = await measure(tx, { metrics, range, where, ...settings });
  return row ?? { value: null, numerator: null, denominator: null, n: 0 };
}
