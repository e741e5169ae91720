import "server-only";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { type Figure, isMeasured } from "@/lib/metrics/domain/figure";
import { changeFigure, growthFigure } from "@/lib/metrics/domain/growth-figure";
import { shareFigure } from "@/lib/metrics/domain/share";
import type { Tx } from "@/lib/platform/db/access";
import type { ExplainedFigure } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";

type Settings = Pick<Measurement, "asOf" | "calendar" | "digits">;

/** A growth, change or share with its two sides: now and then, or the part and its whole. */
export async function comparedFigure(
  tx: Tx,
  address: FigureAddress,
  settings: Settings,
): Promise<Pick<ExplainedFigure, "figure" | "parts">> {
  const { metric, of = "revenue", range, base = range, part, where } = address;
  const measured = isMeasured(of) ? of : "revenue";
  const one: FigureAddress = { metric: measured, range, where };
  const other: FigureAddress = part
    ? { ...one, where: { ...where, [part]: undefined } }
    : { ...one, range: base };
  const first = await measuredAt(tx, one, settings);
  const second = await measuredAt(tx, other, settings);
  const parts = [
    { address: one, value: first.value },
    { address: other, value: second.value },
  ];
  return {
    figure: FORMULA[metric === "share" || metric === "change" ? metric : "growth"](
      first.value,
      second.value,
      first.n,
    ),
    parts,
  };
}

const FORMULA = { growth: growthFigure, change: changeFigure, share: shareFigure };

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
