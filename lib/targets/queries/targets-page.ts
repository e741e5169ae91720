import "server-only";
import { dataDays } from "@/lib/metrics/sql/data-days";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type BusinessContext, businessContext } from "@/lib/settings/data/business-context";
import {
  type FiscalPeriod,
  fiscalPeriodContaining,
  parsePeriodCode,
  previousFiscalPeriod,
  shiftFiscalPeriod,
} from "@/lib/settings/domain/fiscal-calendar";
import { localName } from "@/lib/shared/local-name";
import { gridSource } from "../data/grid-source";
import type { TargetGrid } from "../domain/target-grid";
import { isTargetKpi, type TargetKpi } from "../domain/target-kpi";
import { unitOptions } from "../sql/unit-options";
import { gridFigures } from "./grid-figures";
import { type OwnTarget, ownTargets } from "./own-targets";

export type TargetsParams = { kpi?: string; unit?: string; period?: string };

export type UnitChoice = { id: string; name: string; depth: number };

export type TargetsPage = {
  kpi: TargetKpi;
  quarter: FiscalPeriod;
  previous: FiscalPeriod;
  next: FiscalPeriod;
  /** Quarters to choose from, the one shown among them. */
  quarters: FiscalPeriod[];
  units: UnitChoice[];
  /** Null for a person who sets no targets. */
  grid: TargetGrid | null;
  own: OwnTarget[];
  currency: string;
  timeZone: string;
  today: string;
  mayUnlock: boolean;
};

/**
 * The quarter to open: the asked one, else this quarter; where the records end well before it, the
 * quarter they end in (somebody who has just loaded an old pipeline).
 */
async function quarterToOpen(tx: Tx, context: BusinessContext, asked: string | undefined) {
  const startMonth = context.organisation.fiscalYearStartMonth;
  const period = asked ? parsePeriodCode(startMonth, asked) : null;
  if (period) return fiscalPeriodContaining(startMonth, "quarter", period.from);
  const current = fiscalPeriodContaining(startMonth, "quarter", context.today);
  const { last } = await dataDays(tx, context.today);
  const isOld = last !== null && last < previousFiscalPeriod(startMonth, current).from;
  return isOld ? fiscalPeriodContaining(startMonth, "quarter", last) : current;
}

/** Two years back to one year on from the quarter shown. */
function quartersAround(startMonth: number, quarter: FiscalPeriod): FiscalPeriod[] {
  return Array.from({ length: 13 }, (_, i) => shiftFiscalPeriod(startMonth, quarter, 4 - i));
}

/** Everything of the targets page from one snapshot; unknown parameters fall back to the default. */
export function targetsPage(
  scope: Scope,
  params: TargetsParams,
  locale: string,
): Promise<TargetsPage> {
  return read(scope, async (tx) => {
    const context = await businessContext(tx);
    const { fiscalYearStartMonth, baseCurrency, timeZone } = context.organisation;
    const quarter = await quarterToOpen(tx, context, params.period);
    const within = scope.role === "admin" ? null : scope.unitIds;
    const options = within?.length === 0 ? [] : await unitOptions(tx, context.today, within);
    const top = Math.min(...options.map(({ depth }) => depth));
    const units = options.map((unit) => ({
      id: unit.id,
      name: localName(unit, locale),
      depth: unit.depth - top,
    }));
    const unit = units.find(({ id }) => id === params.unit) ?? units[0];
    const kpi = isTargetKpi(params.kpi) ? params.kpi : "revenue";
    const question = unit && { kpi, unitId: unit.id, quarter, context, locale };
    return {
      kpi,
      quarter,
      previous: shiftFiscalPeriod(fiscalYearStartMonth, quarter, -1),
      next: shiftFiscalPeriod(fiscalYearStartMonth, quarter, 1),
      quarters: quartersAround(fiscalYearStartMonth, quarter),
      units,
      grid: question
        ? await gridSource(tx, scope, question, (members) => gridFigures(tx, question, members))
        : null,
      own: await ownTargets(tx, scope, { quarter, context, locale }),
      currency: baseCurrency,
      timeZone,
      today: context.today,
      mayUnlock: scope.role === "admin",
    };
  });
}

/** The grid of one unit for an export. @throws NotFoundError as `gridSource` */
export function targetGridFor(
  scope: Scope,
  place: { kpi: TargetKpi; unitId: string; quarter: string },
  locale: string,
): Promise<TargetGrid | null> {
  return read(scope, async (tx) => {
    const context = await businessContext(tx);
    const startMonth = context.organisation.fiscalYearStartMonth;
    const quarter = parsePeriodCode(startMonth, place.quarter);
    if (quarter?.kind !== "quarter") return null;
    const question = { kpi: place.kpi, unitId: place.unitId, quarter, context, locale };
    return gridSource(tx, scope, question, (members) => gridFigures(tx, question, members));
  });
}
