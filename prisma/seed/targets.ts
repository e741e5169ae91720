import { allocate } from "@/lib/shared/allocate";
import { type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { type Period, splitPeriod } from "@/lib/shared/period";
import { type Draws, drawsOf } from "./draws";
import { type DemoRep, unitOn } from "./people";
import { planQuarters, revenuePlanner } from "./plan";
import { recruitTiers } from "./recruit-targets";
import type { DemoSale } from "./sales";
import type { DemoUnit } from "./units";
import type { World } from "./world";

export type Tiers = { floor: number; target: number; stretch: number };
export type DemoTarget = Tiers & {
  kpi: "revenue" | "new_customers" | "growth" | "win_rate";
  period: Period;
  unit: string;
  rep: DemoRep | null;
  status: "draft" | "published" | "locked";
};

/**
 * The one place where the parts do not sum to the whole: this team's current quarter (and with it all
 * above) asks for more than its members' parts, because a colleague who starts next month has no targets yet.
 */
export const MISMATCH = {
  unit: "zhejiang-b2b",
  above: ["east", "starbridge"],
  amount: 300_000,
  reason:
    "差额 30 万已确认：新同事下月到岗后承担 Mismatch of 300,000 accepted: a new colleague takes it over next month",
};

const GROWTH: Tiers = { floor: 0.06, target: 0.1, stretch: 0.15 };
const WIN_RATE: Tiers = { floor: 0.26, target: 0.3, stretch: 0.36 };

/** Revenue and new customers for people, quarters and months, summed up the tree; ratios for units and business reps. */
export function buildTargets(world: World, sales: readonly DemoSale[]): DemoTarget[] {
  const planned = revenuePlanner(world, sales);
  const draws = drawsOf("targets");
  return planQuarters(world).flatMap((quarter, turn) => {
    const months = splitPeriod(quarter, "month");
    const parts = world.people.reps.flatMap((rep, place): Part[] => {
      const unit = unitOn(rep, quarter.from) ?? unitOn(rep, months[1]?.from ?? quarter.from);
      if (unit === null) return [];
      const revenue = months.map((month) => planned(rep, month));
      const business = unit.endsWith("-b2b");
      const recruits = business ? recruitsOf(rep, quarter, draws) : 0;
      return [
        {
          ...{ rep, unit, business, revenue: thousands(revenue).map(revenueTiers) },
          recruits: recruitTiers(recruits, place + turn),
        },
      ];
    });
    const status = statusOf(quarter, world.asOf);
    return [
      ...additive("revenue", quarter, months, parts, (part) => part.revenue, world.units, status),
      ...additive(
        "new_customers",
        quarter,
        months,
        parts.filter((p) => p.business),
        (p) => p.recruits,
        world.units,
        status,
      ),
      ...ratios(quarter, parts, world.units, status),
    ];
  });
}

type Part = {
  rep: DemoRep;
  unit: string;
  business: boolean;
  revenue: Tiers[];
  recruits: Tiers[];
};

function statusOf(quarter: Period, asOf: BusinessDate): DemoTarget["status"] {
  if (quarter.from > asOf) return "draft";
  return quarter.to > asOf ? "published" : "locked";
}

/** Whole thousands a month whose quarter is a whole ten thousand. */
function thousands(months: readonly number[]): number[] {
  const quarter = Math.round(months.reduce((a, b) => a + b, 0) / 10_000) * 10;
  return spread(quarter, months).map((part) => part * 1000);
}

const spread = (total: number, weights: readonly number[]) =>
  allocate(BigInt(total), weights).map(Number);

/** New customers a quarter: fewer from those who only started. */
function recruitsOf(rep: DemoRep, quarter: Period, draws: Draws): number {
  return diffDays(rep.hiredOn, quarter.from) < 60 ? 1 : draws.round(1.05);
}

const REVENUE_TIERS = { floor: 0.9, stretch: 1.15 };

function revenueTiers(target: number): Tiers {
  const { floor, stretch } = REVENUE_TIERS;
  const round = (share: number) => Math.round((target * share) / 1000) * 1000;
  return { floor: round(floor), target, stretch: round(stretch) };
}

/** Each person's months and quarter, and above them the sums of all below. */
function additive(
  kpi: "revenue" | "new_customers",
  quarter: Period,
  months: readonly Period[],
  parts: readonly Part[],
  tiers: (part: Part) => Tiers[],
  units: readonly DemoUnit[],
  status: DemoTarget["status"],
): DemoTarget[] {
  const own = parts.map((part) => {
    const byMonth = tiers(part);
    return { ...part, byMonth, whole: sumOf(byMonth) };
  });
  const base = { kpi, status };
  const spans = (unit: string, rep: DemoRep | null, byMonth: readonly Tiers[], whole: Tiers) => [
    { ...base, ...whole, period: quarter, unit, rep },
    ...months.map((period, i) => ({ ...base, ...(byMonth[i] ?? whole), period, unit, rep })),
  ];
  const above = units.flatMap((unit) => {
    const below = own.filter((part) => isBelow(part.unit, unit.key, units));
    if (below.length === 0) return [];
    const byMonth = months.map((_, i) => sumOf(below.flatMap((part) => part.byMonth[i] ?? [])));
    return spans(unit.key, null, byMonth, sumOf(byMonth));
  });
  return [...above, ...own.flatMap((part) => spans(part.unit, part.rep, part.byMonth, part.whole))];
}

const sumOf = (tiers: readonly Tiers[]): Tiers =>
  tiers.reduce((a, b) => ({
    ...{ floor: a.floor + b.floor, target: a.target + b.target, stretch: a.stretch + b.stretch },
  }));

function isBelow(unit: string, ancestor: string, units: readonly DemoUnit[]): boolean {
  if (unit === ancestor) return true;
  const parent = units.find(({ key }) => key === unit)?.parent;
  return parent ? isBelow(parent, ancestor, units) : false;
}

/** Growth for every unit; the share of deals won for business units and their people. */
function ratios(
  period: Period,
  parts: readonly Part[],
  units: readonly DemoUnit[],
  status: DemoTarget["status"],
): DemoTarget[] {
  const business = parts.filter((part) => part.business);
  const wins = units.filter(({ key }) => business.some((part) => isBelow(part.unit, key, units)));
  return [
    ...units.map(({ key }) => ({
      kpi: "growth" as const,
      ...GROWTH,
      period,
      unit: key,
      rep: null,
      status,
    })),
    ...wins.map(({ key }) => ({
      kpi: "win_rate" as const,
      ...WIN_RATE,
      period,
      unit: key,
      rep: null,
      status,
    })),
    ...business.map(({ unit, rep }) => ({
      kpi: "win_rate" as const,
      ...WIN_RATE,
      period,
      unit,
      rep,
      status,
    })),
  ];
}
