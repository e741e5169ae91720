import "server-only";
import { labels } from "@/lib/metrics/data/labels";
import { visibleUnits } from "@/lib/people/data/visible-units";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import type { BusinessContext } from "@/lib/settings/data/business-context";
import type { FiscalPeriod } from "@/lib/settings/domain/fiscal-calendar";
import { targetsInForce } from "@/lib/targets/data/targets-in-force";
import { type HandedDown, mismatchOf } from "@/lib/targets/domain/mismatch";
import { isAdditive, isTargetKpi } from "@/lib/targets/domain/target-kpi";
import type { ExplainedFigure } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";

/** What a unit's target and those of the units and reps directly below it differ by, with each of them. */
export async function mismatchFigure(
  tx: Tx,
  scope: Scope,
  { organisation }: BusinessContext,
  address: FigureAddress,
  period: FiscalPeriod,
): Promise<Pick<ExplainedFigure, "figure" | "parts"> | null> {
  const { of = "revenue", range, where } = address;
  const unit = where.unit;
  if (!unit || !isTargetKpi(of) || !isAdditive(of)) return null;
  const targets = await targetsInForce(tx, organisation.fiscalYearStartMonth, period, {
    unitId: unit,
  });
  const below = (await visibleUnits(tx, scope)).filter(({ parentId }) => parentId === unit);
  const children: HandedDown[] = [
    ...below.map(({ id }) => ({
      ...{ kind: "unit" as const, id, target: targets.ofUnit(of, id)?.target ?? null },
    })),
    ...targets.members(of).map(({ userId, target }) => ({
      ...{ kind: "rep" as const, id: userId, target },
    })),
  ].filter(({ target }) => target !== null);
  const idsOf = (kind: HandedDown["kind"]) =>
    children.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const names = new Map([
    ...(await labels(tx, "unit", idsOf("unit"))),
    ...(await labels(tx, "rep", idsOf("rep"))),
  ]);
  const whole = targets.whole(of)?.target ?? null;
  const value = mismatchOf(whole, children);
  const target = (more: FigureAddress["where"]): FigureAddress => ({
    ...{ metric: "target", of, range, where: { ...where, ...more } },
  });
  return {
    figure: { value, numerator: value, denominator: null, n: children.length },
    parts: [
      { address: target({}), value: whole },
      ...children.map(({ kind, id, target: own }) => ({
        address: target(kind === "unit" ? { unit: id } : { rep: id }),
        value: own,
        name: names.get(id) ?? null,
      })),
    ],
  };
}
