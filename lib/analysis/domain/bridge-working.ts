import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { ProductChange, ProductSales } from "@/lib/metrics/domain/price-volume-mix";
import type { Named } from "@/lib/shared/named";
import type { Members } from "./customers-working";
import type { Bridge, Bridges } from "./gap-view";
import {
  countOf,
  differenceOf,
  partOf,
  productOf,
  sumOf,
  type Working,
  type WorkingLine,
  type WorkingPart,
} from "./working";

/** A product with what it sold in both periods. */
export type BridgeProduct = ProductChange & { key: string | null; name: Named | null };

type Sold = BridgeProduct & { before: ProductSales; after: ProductSales };
type Totals = { unitsThen: number; unitsNow: number; averageThen: number };

const isPriced = (one: BridgeProduct): one is Sold =>
  one.before !== null && one.after !== null && one.before.units !== 0 && one.after.units !== 0;

const price = ({ revenue, units }: ProductSales) => revenue / units;

function totalsOf(products: readonly Sold[]): Totals {
  const sum = (of: (one: Sold) => number) => products.reduce((total, one) => total + of(one), 0);
  const unitsThen = sum(({ before }) => before.units);
  const averageThen = sum(({ before }) => before.revenue) / unitsThen;
  return { unitsThen, unitsNow: sum(({ after }) => after.units), averageThen };
}

/** What one product adds to a bar; over all products they sum to it. */
const EFFECTS: Record<string, (one: Sold, all: Totals) => number> = {
  volume: ({ before, after }, { averageThen }) => (after.units - before.units) * averageThen,
  mix: ({ before, after }, { unitsThen, unitsNow, averageThen }) =>
    (after.units / unitsNow - before.units / unitsThen) * (price(before) - averageThen) * unitsNow,
  price: ({ before, after }) => (price(after) - price(before)) * after.units,
};

/** Products of one period, and those without a unit price. */
const OTHERS: Record<string, (one: BridgeProduct) => boolean> = {
  entered: ({ before }) => before === null,
  left: ({ before, after }) => before !== null && after === null,
  unpriced: (one) => one.before !== null && one.after !== null && !isPriced(one),
};

function priceWorking({ now, products = [] }: Bridge, bar: string): Working | null {
  const effect = EFFECTS[bar];
  const other = OTHERS[bar];
  if (!effect && !other) return null;
  const priced = products.filter(isPriced);
  const all = totalsOf(priced);
  const part = (one: BridgeProduct, value: number): WorkingPart => ({
    ...{ label: { named: one.name }, value, unit: "money" },
    opens: { figure: { ...now.address, where: { ...now.address.where, product: one.key } } },
  });
  const parts = effect
    ? priced.map((one) => part(one, effect(one, all)))
    : products
        .filter((one) => other?.(one))
        .map((one) => part(one, (one.after?.revenue ?? 0) - (one.before?.revenue ?? 0)));
  const label = { words: `bridge.bars.${bar}` };
  return {
    of: label,
    about: `working.about.bars.${bar}`,
    lines: [sumOf({ label, unit: "money" }, parts)],
  };
}

function customersBar(bridge: Bridge, bar: string, members?: Members): Working | null {
  const label = { words: `bridge.bars.${bar}` };
  if (bar === "unnamed") {
    const side = (words: string, when: "now" | "before"): WorkingPart => {
      const { address } = bridge[when];
      const figure: FigureAddress = { ...address, where: { ...address.where, customer: null } };
      const value = bridge.unnamed?.[when] ?? 0;
      return { label: { words }, value, unit: "money", opens: { figure } };
    };
    const both = [side("gap.now", "now"), side("working.parts.then", "before")] as const;
    const line = differenceOf({ label, unit: "money" }, both);
    return { of: label, about: "working.about.bars.unnamed", lines: [line] };
  }
  if (!members) return null;
  return {
    of: label,
    about: `working.about.bars.${bar}`,
    lines: [
      countOf({ words: "customers.rfm.customers" }, members.rows, members.more),
      sumOf({ label, unit: "money" }, members.rows, members.more),
    ],
    pages: members.pages,
  };
}

/** Number, rate and size of the closed deals of one side, with the pages that explain them. */
function sideOf({ closed, ...bridge }: Bridge, when: "now" | "before") {
  const { won = 0, lost = 0, wonAmount = 0 } = closed?.[when] ?? {};
  const { address } = bridge[when];
  const words = when === "now" ? "now" : "then";
  const part = (
    name: string,
    value: number | null,
    unit: WorkingPart["unit"],
    metric: FigureAddress["metric"],
  ): WorkingPart => ({
    ...{ label: { words: `working.sides.${words}.${name}` }, value, unit },
    opens: { figure: { ...address, metric } },
  });
  const all = won + lost;
  return {
    closed: part("closed", all, "count", "win_rate"),
    rate: part("rate", all === 0 ? null : won / all, "percent", "win_rate"),
    size: part("size", won === 0 ? null : wonAmount / won, "money", "average_deal_size"),
  };
}

/** Sequential substitution: what was changed before is new, what comes after still old. */
function dealsBar(bridge: Bridge, bar: string): Working | null {
  const [then, now] = [sideOf(bridge, "before"), sideOf(bridge, "now")];
  const label = { words: `bridge.bars.${bar}` };
  const money = { label, unit: "money" } as const;
  const more = (unit: WorkingPart["unit"], a: WorkingPart, b: WorkingPart) =>
    differenceOf({ label: { words: "working.parts.difference" }, unit }, [a, b]);
  const lines = (difference: WorkingLine, ...others: WorkingPart[]) => [
    difference,
    productOf(money, [partOf(difference), ...others]),
  ];
  const found: Record<string, WorkingLine[]> = {
    count: lines(more("count", now.closed, then.closed), then.rate, then.size),
    winRate: lines(more("points", now.rate, then.rate), now.closed, then.size),
    size: lines(more("money", now.size, then.size), now.closed, now.rate),
  };
  const own = found[bar];
  return own ? { of: label, about: `working.about.bars.${bar}`, lines: own } : null;
}

/** The whole difference, and the bars that sum to it. */
function wholeWorking(kind: string, { now, before, bars }: Bridge): Working {
  const side = (words: string, { value, address }: Bridge["now"]): WorkingPart => ({
    ...{ label: { words }, value, unit: "money", opens: { figure: address } },
  });
  const difference = differenceOf({ label: { words: "working.parts.difference" }, unit: "money" }, [
    side("gap.now", now),
    side("working.parts.then", before),
  ]);
  const parts = bars.map(
    ({ id, amount }): WorkingPart => ({
      ...{ label: { words: `bridge.bars.${id}` }, value: amount, unit: "money" },
      opens: { at: `bridge.${kind}.${id}` },
    }),
  );
  const all = sumOf({ label: { words: "working.parts.bars" }, unit: "money" }, parts);
  const of = { words: `bridge.${kind}.title` };
  return { of, about: "working.about.bridge", lines: [difference, all] };
}

/** What a bar of a bridge is made of, or without a name the whole; null where there is none. */
export function bridgeWorking(
  bridges: Bridges,
  { kind, bar, members }: { kind: "price" | "customers" | "deals"; bar: string; members?: Members },
): Working | null {
  if (bar === "") return bridges[kind] && wholeWorking(kind, bridges[kind]);
  if (kind === "price") return priceWorking(bridges.price, bar);
  if (kind === "customers") return customersBar(bridges.customers, bar, members);
  return bridges.deals && dealsBar(bridges.deals, bar);
}
