import type { BusinessDate } from "@/lib/shared/business-date";
import { daysOf, type Period, splitPeriod } from "@/lib/shared/period";
import { type DemoRep, unitOn } from "./people";
import type { DemoSale } from "./sales";
import { businessSeason, growthOn, storeSeason } from "./season";
import { WEAK_STORES } from "./story";
import { type DemoUnit, unitFinder } from "./units";
import type { World } from "./world";

/** What a plan asks above what the market alone would give. */
const STRETCHED = { store: 1.03, team: 1.05 };

/** A person's part of the plan for a month, in CNY, before rounding. */
export type Planner = (rep: DemoRep, month: Period) => number;

/** A store's part; the weak stores are asked for less than their peers, but more than they sell. */
const planSize = (store: DemoUnit) => store.size * (store.key in WEAK_STORES ? 0.84 : 1);

/** How much trade the market offers a unit's rep on a day. */
function opportunity(
  rep: DemoRep,
  day: BusinessDate,
  world: World,
  find: (key: string) => DemoUnit,
) {
  const key = unitOn(rep, day);
  if (key === null) return null;
  const unit = find(key);
  if (unit.type === "store") {
    return {
      kind: "store" as const,
      weight: (planSize(unit) / unit.reps) * storeSeason(day) * growthOn(day, world.from),
    };
  }
  if (!world.isWorkday(day)) return null;
  return {
    kind: "team" as const,
    weight: rep.skill ** 0.3 * businessSeason(day) * growthOn(day, world.from),
  };
}

/**
 * Plans revenue from the whole trade of the demo: what stores and business teams sold over all their
 * time, spread over people and months by season, growth and size. Single people and months differ
 * from it by skill and luck, and so attainment varies.
 */
export function revenuePlanner(world: World, sales: readonly DemoSale[]): Planner {
  const find = unitFinder(world.units);
  const sold = { store: 0, team: 0 };
  for (const sale of sales) sold[find(sale.unit).type === "store" ? "store" : "team"] += sale.base;
  const offered = { store: 0, team: 0 };
  const days = daysOf({ from: world.from, to: world.asOf });
  for (const rep of world.people.reps) {
    for (const day of days) {
      const chance = opportunity(rep, day, world, find);
      if (chance) offered[chance.kind] += chance.weight;
    }
  }
  return (rep, month) =>
    daysOf(month).reduce((total, day) => {
      const chance = opportunity(rep, day, world, find);
      if (!chance) return total;
      const { kind, weight } = chance;
      return total + ((weight * sold[kind]) / offered[kind]) * STRETCHED[kind];
    }, 0);
}

/** The quarters of the data and the next one. */
export function planQuarters({ from, asOf }: World): Period[] {
  const current = splitPeriod({ from, to: asOf }, "quarter").length;
  return splitPeriod(
    { from, to: `${Number(asOf.slice(0, 4)) + 2}-01-01` as BusinessDate },
    "quarter",
  ).slice(0, current + 1);
}
