import "server-only";
import type { FigureAddress } from "@/lib/metrics/domain/figure-link";
import { unitsBelow } from "@/lib/people/data/units-below";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import { countWorkingDays, elapsedWorkingDays } from "@/lib/settings/domain/working-days";
import { ratio } from "@/lib/shared/ratio";
import { targetsFor } from "@/lib/targets/data";
import { type Standing, standingOf } from "@/lib/targets/domain/standing";
import { isAdditive, isTargetKpi } from "@/lib/targets/domain/target-kpi";

/** Whose target it is: of a rep (in the unit asked for, else in whatever unit) or of a unit; null where the figure is of anything else. */
function subjectOf({ rep, unit, ...others }: FigureAddress["where"]) {
  if (Object.values(others).some((value) => value !== undefined)) return null;
  if (rep) return { userIds: [rep] };
  return unit && rep === undefined ? { unitIds: [unit], userIds: null } : null;
}

/**
 * How a figure stands against the target of its unit or rep: of the fiscal quarter or month that
 * begins with its range. Null where there is no such target.
 */
export function figureStanding(
  scope: Scope,
  { metric, range, where }: FigureAddress,
  actual: number | null,
): Promise<Standing | null> {
  const subject = subjectOf(where);
  if (!isTargetKpi(metric) || !subject) return Promise.resolve(null);
  return read(scope, async (tx) => {
    const { organisation, workingCalendar, today } = await businessContext(tx);
    const periods = (["quarter", "month"] as const)
      .map((kind) => fiscalPeriodContaining(organisation.fiscalYearStartMonth, kind, range.from))
      .filter((period) => period.from === range.from && range.to <= period.to);
    for (const period of periods) {
      const found = await targetsFor(tx, { kpi: [metric], period, ...subject });
      const below = where.rep && where.unit ? await unitsBelow(tx, where.unit, period) : null;
      const [levels, ...more] = found.filter(({ unitId }) => below?.has(unitId) ?? true);
      if (!levels || more.length > 0) continue;
      const total = countWorkingDays(workingCalendar, period);
      return standingOf({
        actual,
        levels,
        additive: isAdditive(metric),
        weight: ratio(elapsedWorkingDays(workingCalendar, period, today), total),
        thresholds: { on: organisation.paceOnFrom, caution: organisation.paceCautionFrom },
      });
    }
    return null;
  });
}
