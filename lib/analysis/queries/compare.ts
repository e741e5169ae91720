import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { type GroupRow, groups, groupsOverTime } from "@/lib/dashboard/data/reads";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import { growthRate } from "@/lib/metrics/domain/growth";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { countWorkingDays } from "@/lib/settings/domain/working-days";
import { median } from "@/lib/shared/median";
import { isEmpty } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import {
  type Compared,
  type CompareMetric,
  comparedFor,
  dimensionOf,
  type Norm,
  normsFor,
} from "../domain/compare-choices";
import type { ComparedMember, CompareView } from "../domain/compare-view";
import { type Heads, headsBy, mainUnits, rampedHeads } from "../domain/heads";
import { type Comparable, OUTLIER, outlierScore, similarPeers } from "../domain/similar-peers";
import { selfOf } from "../domain/working";
import type { CompareParams } from "../schema";
import { memberships } from "../sql/memberships";
import { courseOf, intervalOf, medianCourse, type Slices, slicesOf } from "./compare-slices";

export type Comparison = CompareView & { frame: DashboardFrame };

const NOTHING = {
  ...{ members: [], all: [], more: 0, without: 0, median: null, times: [], medianCourse: [] },
};

/** Members shown; peers and outliers are looked for among all. */
const LISTED = 100;

type Asked = { metric: CompareMetric; of: Compared; norm: Norm };

type People = { heads: Map<string, Heads>; kinds: Map<string, string> };

/** Units and people have heads; products and kinds of customers have none. */
const isOfPeople = (of: Compared) => ["store", "team", "region", "rep"].includes(of);

/** What people there were, by member, and of reps in what type of unit; empty where members are no people. */
async function peopleOf(tx: Tx, { units, elapsed }: DashboardFrame, of: Compared): Promise<People> {
  const kinds = new Map<string, string>();
  if (!isOfPeople(of)) return { heads: new Map(), kinds };
  const ids = units.map(({ id }) => id);
  const found = await memberships(tx, ids, elapsed);
  if (of === "rep") {
    const types = new Map(units.map(({ id, type }) => [id, type]));
    for (const [user, unit] of mainUnits(found)) kinds.set(user, types.get(unit) ?? of);
    return { heads: headsBy(found, elapsed, ({ userId }) => userId), kinds };
  }
  if (of !== "region") return { heads: headsBy(found, elapsed, ({ unitId }) => unitId), kinds };
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const regionOf = (id: string | null): string | null => {
    const unit = id === null ? undefined : byId.get(id);
    if (!unit) return null;
    return unit.type === "region" ? unit.id : regionOf(unit.parentId);
  };
  return { heads: headsBy(found, elapsed, ({ unitId }) => regionOf(unitId)), kinds };
}

type Divisors = { heads: Heads | undefined; days: number; lastYear: number | null };

/** What a norm divides a figure by; nothing where it stays as it is. */
function divisorOf(norm: Norm, { heads, days, lastYear }: Divisors): number | null | undefined {
  if (norm === "none") return undefined;
  if (norm === "day") return days;
  if (norm === "same") return lastYear;
  if (!heads) return null;
  return norm === "head" ? heads.heads : rampedHeads(heads);
}

/** A figure made comparable; null where there is nothing to divide by or to grow from. */
function normed(value: number | null, norm: Norm, by: Divisors): number | null {
  const divisor = divisorOf(norm, by);
  if (norm === "same") return growthRate(value, by.lastYear);
  return divisor === undefined ? value : ratio(value, divisor);
}

type Candidate = Comparable & { row: GroupRow; factor: number | null; divisor?: number | null };

/** Members with a figure after the norm, and how many have none. */
function candidates(
  frame: DashboardFrame,
  rows: readonly GroupRow[],
  people: People,
  { metric, of, norm }: Asked,
): { all: Candidate[]; without: number } {
  const days = countWorkingDays(frame.workingCalendar, frame.elapsed);
  const types = new Map(frame.units.map(({ id, type }) => [id, type]));
  const asked = rows.filter(
    ({ key, now }) =>
      key !== null &&
      now[metric]?.value != null &&
      (dimensionOf(of) !== "unit" || types.get(key) === of),
  );
  const all = asked.flatMap((row): Candidate[] => {
    const key = row.key ?? "";
    const own = people.heads.get(key);
    const lastYear = row.lastYear[metric]?.value ?? null;
    const raw = row.now[metric]?.value ?? null;
    const by = { heads: own, days, lastYear };
    const value = normed(raw, norm, by);
    if (value === null) return [];
    const past = lastYear ?? row.previous[metric]?.value ?? null;
    const factor = norm === "same" ? null : norm === "none" ? 1 : ratio(value, raw);
    return [
      {
        key,
        value,
        kind: people.kinds.get(key) ?? of,
        size: own?.heads ?? null,
        past,
        row,
        factor,
        divisor: divisorOf(norm, by),
      },
    ];
  });
  return { all, without: asked.length - all.length };
}

function memberOf(
  frame: DashboardFrame,
  { metric, of, norm }: Asked,
  all: readonly Candidate[],
  slices: Slices,
) {
  const names = new Map(all.map(({ key, row }) => [key, row.name]));
  return (one: Candidate): ComparedMember => {
    const own = slices.of.get(one.key) ?? [];
    const figure = one.row.now[metric];
    const peers = similarPeers(one, all);
    const z = outlierScore(one, all);
    const where = { [dimensionOf(of)]: one.key };
    const address = addressOf(frame, metric, where);
    return {
      key: one.key,
      name: one.row.name,
      value: one.value,
      figure: { value: figure?.value ?? null, address },
      divisor: one.divisor,
      lastYear: norm === "same" ? { ...address, range: frame.lastYearElapsed } : undefined,
      kind: one.kind,
      n: figure?.n ?? 0,
      interval: intervalOf(metric, figure, own, one.factor),
      peers: {
        median: peers.median,
        keys: peers.keys,
        names: peers.keys.map((key) => names.get(key) ?? null),
      },
      z,
      isOutlier: z !== null && Math.abs(z) >= OUTLIER,
      course: courseOf(own, norm === "day" ? null : one.factor),
    };
  };
}

/** Members side by side, best first, from one snapshot. */
export function compare(scope: Scope, params: CompareParams): Promise<Comparison> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, params);
    const metric = params.metric ?? "revenue";
    const possible = comparedFor(metric, frame.unit === null);
    const types = new Set(frame.units.map(({ type }) => type));
    const kinds = possible.filter((of) => (of !== "store" && of !== "team") || types.has(of));
    const of = kinds.find((one) => one === params.of) ?? kinds[0] ?? "product";
    const norms = normsFor(metric, of);
    const norm = norms.find((one) => one === params.norm) ?? "none";
    const asked = { metric, of, norm };
    const method = metric === "win_rate" ? ("wilson" as const) : ("weeks" as const);
    const self = selfOf("compare", params);
    const grain = frame.period.kind === "year" ? ("month" as const) : ("week" as const);
    const shared = { frame, self, ...asked, kinds, norms, method, grain };
    if (isEmpty(frame.elapsed)) return { ...shared, ...NOTHING };
    const by = dimensionOf(of);
    const rows = await groups(tx, frame, { metrics: [metric], by, compared: true });
    const people = await peopleOf(tx, frame, of);
    const { all, without } = candidates(frame, rows, people, asked);
    const over = await groupsOverTime(tx, frame, { metrics: [metric], by, grain });
    const slices = slicesOf(frame, metric, grain, over);
    const sign = metricOf(metric).direction === "down" ? 1 : -1;
    const sorted = all.toSorted((a, b) => sign * (a.value - b.value));
    const view = memberOf(frame, asked, all, slices);
    const courses = all.map(({ key, factor }) =>
      courseOf(slices.of.get(key) ?? [], norm === "day" ? null : factor),
    );
    return {
      ...shared,
      members: sorted.slice(0, LISTED).map(view),
      all: sorted.map(({ key, value, kind, row }) => ({ key, value, kind, name: row.name })),
      more: Math.max(0, sorted.length - LISTED),
      without,
      median: median(all.map(({ value }) => value)),
      times: slices.times,
      medianCourse: medianCourse(courses),
    };
  });
}
