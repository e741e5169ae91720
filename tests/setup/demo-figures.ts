import type { Tries } from "@/lib/analysis/domain/beta-binomial";
import { STARTER_THEMES } from "@/lib/feedback/domain/starter-themes";
import { themeTagger } from "@/lib/feedback/domain/suggest-themes";
import type { CompanyFigures, Compared, SellerYear } from "@/lib/findings/domain/company-figures";
import { windowsOn } from "@/lib/findings/domain/windows";
import { MATURE_DAYS } from "@/lib/metrics/domain/stage-cohort";
import { addDays, type BusinessDate, diffDays, earlier, later } from "@/lib/shared/business-date";
import { contains, lengthInDays, type Period } from "@/lib/shared/period";
import type { Demo } from "@/prisma/seed/build";
import { unitKey } from "@/prisma/seed/deal-rows";
import type { DemoDeal } from "@/prisma/seed/deals";
import { COMPETITORS } from "@/prisma/seed/pipeline";

/** What is asked of a demo company: no targets, contacts or activities. */
export type Sold = Pick<Demo, "world" | "deals" | "feedback" | "sales">;

const tag = themeTagger(
  STARTER_THEMES.filter(({ off }) => !off).map(({ key, words, wordsEn }) => ({
    ...{ id: key, words, wordsEn },
  })),
);
const tagged = new Map<string, readonly string[]>();

function themesOf(text: string): readonly string[] {
  const known = tagged.get(text) ?? tag(text);
  tagged.set(text, known);
  return known;
}

/**
 * What the findings look at, from a demo company in memory as it was on a day: units by their key,
 * products by SKU, stages by position, themes and competitors by name.
 */
export function demoFigures(demo: Sold, day: BusinessDate): CompanyFigures {
  const windows = windowsOn(day, demo.world.from);
  const { months, weeks, year, entered, counted } = windows;
  return {
    ...{ root: "starbridge", months: months.map(({ from }) => from), year, entered, counted },
    weeks: weeks.map(({ from }) => from),
    products: productSeries(demo, months, weeks),
    units: unitYears(demo, year),
    sellers: sellerYears(demo, year),
    stages: stageRates(demo, entered, day),
    themes: themeCounts(demo, counted),
    competitors: lossCounts(demo, counted),
  };
}

function productSeries(
  { world, sales }: Sold,
  months: readonly Period[],
  weeks: readonly Period[],
) {
  const start = weeks[0]?.from ?? world.asOf;
  const place = new Map(months.map(({ from }, at) => [from.slice(0, 7), at]));
  const blank = () => ({ revenue: months.map(() => 0), weekly: weeks.map(() => 0) });
  const products = new Map(world.products.map(({ sku }) => [sku, blank()]));
  const add = (series: number[] | undefined, at: number | undefined, amount: number) => {
    if (series && at !== undefined && at >= 0 && at < series.length)
      series[at] = (series[at] ?? 0) + amount;
  };
  for (const { soldOn, product, base } of sales) {
    const series = products.get(product.sku);
    add(series?.revenue, place.get(soldOn.slice(0, 7)), base);
    add(series?.weekly, Math.floor(diffDays(start, soldOn) / 7), base);
  }
  return [...products].map(([productId, series]) => ({ productId, ...series }));
}

function unitYears({ world, sales }: Sold, year: Period) {
  const sold = new Map<string, number>();
  for (const { unit, soldOn, base } of sales)
    if (contains(year, soldOn)) sold.set(unit, (sold.get(unit) ?? 0) + base);
  return world.units.map(({ key, type }) => {
    const days = world.people.reps
      .flatMap((rep) => rep.stints)
      .filter(({ unit }) => unit === key)
      .reduce((sum, { from, to }) => {
        const end = to === null ? year.to : earlier(to, year.to);
        return sum + Math.max(0, diffDays(later(from, year.from), end));
      }, 0);
    return { unitId: key, type, revenue: sold.get(key) ?? 0, heads: days / lengthInDays(year) };
  });
}

function sellerYears({ deals, sales }: Sold, year: Period): SellerYear[] {
  const booked = new Map<string, number>();
  for (const { dealId, base } of sales)
    if (dealId) booked.set(dealId, (booked.get(dealId) ?? 0) + base);
  const closed = deals.filter(({ closedOn }) => closedOn !== null && contains(year, closedOn));
  const mine = Map.groupBy(closed, (deal) => deal.ownerOn(deal.closedOn as BusinessDate).id);
  return [...mine].map(([userId, theirs]) => {
    const won = theirs.filter(({ outcome }) => outcome === "won");
    return {
      ...{ userId, unitId: unitKey(theirs[0] as DemoDeal, year.to), won: won.length },
      closed: theirs.length,
      value: won.reduce((sum, { id }) => sum + (booked.get(id) ?? 0), 0),
    };
  });
}

type Entry = { unit: string; stage: number; day: BusinessDate; onIn: number | null };

/** Each entry into a stage, and after how many days the deal went on. */
function entriesOf(deal: DemoDeal, until: BusinessDate): Entry[] {
  const entered = deal.steps.filter((step, i) => step.stage !== deal.steps[i - 1]?.stage);
  return entered.flatMap((step, i) => {
    if (step.day > until) return [];
    const next = entered[i + 1]?.day ?? (deal.outcome === "won" ? deal.closedOn : null);
    const onIn = next === null || next > until ? null : diffDays(step.day, next);
    return { unit: unitKey(deal, step.day), stage: step.stage, day: step.day, onIn };
  });
}

function stageRates({ deals }: Sold, entered: Compared, day: BusinessDate) {
  const entries = deals.flatMap((deal) => entriesOf(deal, day));
  const groups = Map.groupBy(entries, ({ unit, stage }) => `${unit}/${stage}`);
  return [...groups.values()].map((group) => {
    const [{ unit, stage }] = group as [Entry];
    const inside = (period: Period) => group.filter((entry) => contains(period, entry.day));
    const rate = (period: Period): Tries => {
      const among = inside(period);
      const on = among.filter(({ onIn }) => onIn !== null && onIn <= MATURE_DAYS);
      return { hits: on.length, n: among.length };
    };
    return {
      ...{ unitId: unit, stageId: String(stage) },
      ...{ recent: rate(entered.recent), before: rate(entered.before) },
    };
  });
}

/** How many of the items in both times hold each of the ids. */
function countPairs<T>(
  ids: readonly string[],
  items: readonly T[],
  { recent, before }: Compared,
  about: (item: T) => { day: BusinessDate; ids: readonly string[] },
) {
  const facts = items.map(about);
  const count = (period: Period) => facts.filter(({ day }) => contains(period, day));
  const [now, then] = [count(recent), count(before)];
  const tries = (among: typeof facts, id: string): Tries => ({
    hits: among.filter((fact) => fact.ids.includes(id)).length,
    n: among.length,
  });
  return ids.map((id) => ({ id, recent: tries(now, id), before: tries(then, id) }));
}

function themeCounts({ feedback }: Sold, counted: Compared) {
  const themes = STARTER_THEMES.filter(({ off }) => !off).map(({ key }) => key);
  return countPairs(themes, feedback, counted, ({ givenOn, text }) => ({
    ...{ day: givenOn, ids: themesOf(text) },
  }));
}

function lossCounts({ deals }: Sold, counted: Compared) {
  const names = COMPETITORS.map(({ name }) => name);
  const lost = deals.filter(({ outcome }) => outcome === "lost");
  return countPairs(names, lost, counted, ({ closedOn, loss }) => ({
    day: closedOn ?? addDays(counted.before.from, -1),
    ids: loss?.competitor ? [loss.competitor] : [],
  }));
}
