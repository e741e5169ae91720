import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { labels } from "@/lib/metrics/data/labels";
import type { MeasuredRow } from "@/lib/metrics/data/measure";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import type { Period } from "@/lib/shared/period";
import { measureIn, windowOf } from "../data/window";
import {
  type Allocation,
  type EffortView,
  HOUR_COSTS,
  type SectorView,
} from "../domain/effort-view";
import { selfOf } from "../domain/working";
import type { EffortParams } from "../schema";
import { kindOutcomes, visitOutcomes } from "../sql/effort-outcomes";
import { type WorkHours, workHours } from "../sql/work-hours";

export type Effort = EffortView & { frame: DashboardFrame };

const MONTHS = 12;
const SECTORS = 12;
const MEMBERS = 30;

const find = (rows: readonly MeasuredRow[], metric: string, key: string | null) =>
  rows.find((row) => row.metric === metric && row.key === key);

async function sectors(tx: Tx, frame: DashboardFrame, range: Period): Promise<SectorView[]> {
  const metrics = ["win_rate", "average_deal_size", "sales_cycle_won_median"] as const;
  const rows = await measureIn(tx, frame, { metrics, by: "sector", range });
  return [...new Set(rows.map(({ key }) => key))]
    .map((key) => ({
      key,
      winRate: find(rows, "win_rate", key),
      size: find(rows, "average_deal_size", key),
      cycle: find(rows, "sales_cycle_won_median", key),
    }))
    .sort((a, b) => (b.winRate?.n ?? 0) - (a.winRate?.n ?? 0))
    .slice(0, SECTORS);
}

/** What limits records to a member: a unit's own work stands beside that of the units below it. */
function whereOf(frame: DashboardFrame, by: EffortView["by"], key: string | null) {
  if (by === "rep") return { ...frame.where, rep: key };
  const own = key !== null && key === frame.unit?.id;
  return own ? { direct: key } : { unit: key };
}

async function allocations(
  tx: Tx,
  frame: DashboardFrame,
  range: Period,
  by: EffortView["by"],
  hours: readonly WorkHours[],
): Promise<Allocation[]> {
  const metrics = ["won_deals", "average_deal_size"] as const;
  const rows = await measureIn(tx, frame, { metrics, by, range });
  const keys = [...new Set([...hours, ...rows].map(({ key }) => key))];
  const names = await labels(tx, by, keys);
  return keys
    .map((key) => {
      const work = hours.find((one) => one.key === key);
      return {
        ...{ key, name: names.get(key ?? "") ?? null, where: whereOf(frame, by, key) },
        ...{ activities: work?.activities ?? 0, hours: work?.hours ?? 0 },
        won: find(rows, "won_deals", key)?.value ?? 0,
        booked: find(rows, "average_deal_size", key)?.numerator ?? 0,
      };
    })
    .filter(({ hours: spent, won }) => spent > 0 || won > 0)
    .sort((a, b) => b.hours - a.hours);
}

const total = (all: readonly Allocation[], what: "activities" | "hours" | "won" | "booked") =>
  all.reduce((sum, one) => sum + one[what], 0);

/** What work goes with winning, and what the hours of whom bring; from one snapshot. */
export function effortAnalysis(scope: Scope, params: EffortParams): Promise<Effort> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const window = windowOf(frame, MONTHS);
    const { where, digits } = frame;
    const closed = { range: window, where, digits };
    const below = frame.units.some(({ parentId }) => parentId === frame.unit?.id);
    const by = params.by ?? (frame.unit && below ? "branch" : "rep");
    const shownBy = frame.unit ? by : "rep";
    const hours = await workHours(tx, window, where, shownBy);
    const all = await allocations(tx, frame, window, shownBy, hours);
    return {
      ...{ frame, self: selfOf("effort", params), window, where, by: shownBy },
      kinds: await kindOutcomes(tx, closed),
      visits: await visitOutcomes(tx, closed),
      sectors: await sectors(tx, frame, window),
      whole: {
        ...{ key: null, name: null, where, activities: total(all, "activities") },
        ...{ hours: total(all, "hours"), won: total(all, "won"), booked: total(all, "booked") },
      },
      allocations: all.slice(0, MEMBERS),
      untimed: hours.reduce((sum, one) => sum + one.untimed, 0),
      hourCost: params.cost ?? HOUR_COSTS[0],
    };
  });
}
