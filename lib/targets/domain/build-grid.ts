import { fiscalPeriodContaining, listFiscalPeriods } from "@/lib/settings/domain/fiscal-calendar";
import { countWorkingDays, type WorkingCalendar } from "@/lib/settings/domain/working-days";
import { intersection, type Period } from "@/lib/shared/period";
import {
  type GridCell,
  type GridRow,
  type ReadOnlyReason,
  rowKey,
  type TargetGrid,
  type TargetStatus,
} from "./target-grid";
import { isAdditive, NO_TIERS, ruleOf, type TargetKpi, type Tiers } from "./target-kpi";

type Member = Pick<GridRow, "kind" | "unitId" | "userId"> & { name: string };
/** A stay of a person: below a child unit (`branchId`) or in the unit itself. */
type Stay = Period & { branchId: string | null; userId: string };
type Stored = Period & {
  id: string;
  unitId: string;
  userId: string | null;
  version: number;
  status: TargetStatus;
  values: Tiers;
};
export type RowFigures = Pick<GridRow, "lastYear" | "actual" | "base">;

export type GridParts = {
  kpi: TargetKpi;
  moneyDigits: number;
  /** The quarter and, for additive KPIs, its months: see `gridPeriods`. */
  periods: readonly Period[];
  calendar: WorkingCalendar;
  /** The unit first. */
  members: readonly Member[];
  stays: readonly Stay[];
  stored: readonly Stored[];
  figures?: ReadonlyMap<string, RowFigures>;
  readOnly: (member: { unitId: string; userId: string | null }) => ReadOnlyReason | null;
};

/** The periods a KPI has targets for: the quarter, then its three months if months sum to it. */
export function gridPeriods(kpi: TargetKpi, startMonth: number, quarter: Period): Period[] {
  const { from, to } = fiscalPeriodContaining(startMonth, "quarter", quarter.from);
  const months = isAdditive(kpi) ? listFiscalPeriods(startMonth, "month", { from, to }) : [];
  return [{ from, to }, ...months.map((month) => ({ from: month.from, to: month.to }))];
}

const EMPTY_CELL: GridCell = { id: null, version: 0, status: "draft", values: NO_TIERS };

function belongsTo(member: Member, stay: Stay): boolean {
  if (member.kind === "whole") return true;
  if (member.kind === "unit") return stay.branchId === member.unitId;
  return stay.branchId === null && stay.userId === member.userId;
}

type CountDays = (period: Period) => number;

/** Most people are there for the whole period, so the same days are counted once. */
function countOnce(calendar: WorkingCalendar): CountDays {
  const known = new Map<string, number>();
  return (period) => {
    const key = period.from + period.to;
    const days = known.get(key) ?? countWorkingDays(calendar, period);
    known.set(key, days);
    return days;
  };
}

/** Working days of all stays within a period. */
function presenceIn(count: CountDays, stays: readonly Stay[], period: Period): number {
  return stays.reduce((sum, stay) => {
    const shared = intersection(stay, period);
    return shared ? sum + count(shared) : sum;
  }, 0);
}

/** Puts members, stored targets, figures and rights together into the grid of one unit. */
export function buildGrid(parts: GridParts): TargetGrid {
  const { kpi, periods, members, stays, stored, figures, calendar, readOnly } = parts;
  const place = (unitId: string, userId: string | null, { from, to }: Period) =>
    [rowKey(unitId, userId), from, to].join();
  const found = new Map(stored.map((t) => [place(t.unitId, t.userId, t), t]));
  const unknown = periods.map(() => null);
  const count = countOnce(calendar);
  const rows = members.map((member): GridRow => {
    const key = rowKey(member.unitId, member.userId);
    const own = stays.filter((stay) => belongsTo(member, stay));
    return {
      key,
      unitId: member.unitId,
      userId: member.userId,
      kind: member.kind,
      name: member.name,
      readOnly: readOnly(member),
      cells: periods.map((period) =>
        cellOf(found.get(place(member.unitId, member.userId, period))),
      ),
      presence: periods.map((period) => presenceIn(count, own, period)),
      ...(figures?.get(key) ?? { lastYear: unknown, actual: unknown, base: null }),
    };
  });
  return {
    kpi,
    additive: isAdditive(kpi),
    rule: ruleOf(kpi, parts.moneyDigits),
    unitId: rows[0]?.unitId ?? "",
    unitName: rows[0]?.name ?? "",
    periods: periods.map((period) => ({
      ...period,
      workingDays: count(period),
    })),
    rows,
  };
}

function cellOf(stored: Stored | undefined): GridCell {
  if (!stored) return EMPTY_CELL;
  const { id, version, status, values } = stored;
  return { id, version, status, values };
}
