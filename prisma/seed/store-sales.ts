import { addDays, type BusinessDate, weekday } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";
import type { DemoProduct } from "./catalog";
import { type Draws, drawsOf } from "./draws";
import { type DemoRep, unitOn } from "./people";
import { cents, type DemoSale } from "./sales";
import { festivalOn, growthOn, storeSeason } from "./season";
import { productDemand, storeStrength } from "./story";
import type { DemoUnit } from "./units";
import type { World } from "./world";

/** Orders a day in a store of size 1 on an ordinary day. */
const ORDERS_A_DAY = 2.5;
const RETURNED = 0.022;

/** Every order of every store: whole-home packages of one to three lines, and what came back of them. */
export function buildStoreSales(world: World): DemoSale[] {
  const draws = drawsOf("store-sales", world.seed);
  const days = daysOf({ from: world.from, to: addDays(world.asOf, 1) });
  const products = world.products.filter((product) => product.storeWeight > 0);
  return world.units
    .filter((unit) => unit.type === "store")
    .flatMap((store) => storeSales(store, { world, draws, days, products }));
}

type Shop = { world: World; draws: Draws; days: BusinessDate[]; products: DemoProduct[] };

function storeSales(store: DemoUnit, { world, draws, days, products }: Shop): DemoSale[] {
  const { from, asOf } = world;
  const staff = world.people.reps.filter((rep) => rep.stints.some((s) => s.unit === store.key));
  let week = 1;
  return days.flatMap((day) => {
    if (weekday(day) === 1) week = draws.logNormal(0.04);
    const present = staff.filter((rep) => unitOn(rep, day) === store.key);
    const trade = store.size * storeSeason(day) * growthOn(day, from) * week;
    const orders = draws.round(ORDERS_A_DAY * trade * storeStrength(store.key, day, world));
    const weights = products.map((p) => p.storeWeight * productDemand(p.sku, day, world));
    return Array.from({ length: orders }, (_, i) =>
      order({
        store,
        day,
        number: i + 1,
        seller: seller(present, draws),
        weights,
        products,
        draws,
      }),
    ).flatMap((lines) => [...lines, ...returnsOf(lines, asOf, draws)]);
  });
}

function seller(present: readonly DemoRep[], draws: Draws): DemoRep {
  return draws.weighted(present, (rep) => rep.skill);
}

type Order = {
  store: DemoUnit;
  day: BusinessDate;
  number: number;
  seller: DemoRep;
  weights: number[];
  products: DemoProduct[];
  draws: Draws;
};

function order({ store, day, number, seller, weights, products, draws }: Order): DemoSale[] {
  const lines = 1 + (draws.chance(0.45) ? 1 : 0) + (draws.chance(0.2) ? 1 : 0);
  const chosen = new Set(Array.from({ length: lines }, () => draws.weightedIndex(weights)));
  const discount = (festivalOn(day) > 1 ? 0.11 : 0.02) + draws.next() * 0.04;
  return [...chosen].map((index): DemoSale => {
    const product = products[index] as DemoProduct;
    const quantity = Math.max(1, draws.round(product.storeUnits * 2 * draws.logNormal(0.25)));
    const amount = cents(quantity * product.price * (1 - discount));
    return {
      ...{ id: draws.id(day), soldOn: day, unit: store.key, ownerId: seller.id, product, quantity },
      orderNo: `${store.key.toUpperCase()}-${day.replaceAll("-", "")}-${String(number).padStart(2, "0")}`,
      ...{ customerId: null, dealId: null, currency: "CNY", rate: 1, amount, base: amount },
      source: "pos",
    };
  });
}

/** Some lines come back within a fortnight, whole or in part, at the price paid. */
function returnsOf(lines: readonly DemoSale[], asOf: BusinessDate, draws: Draws): DemoSale[] {
  return lines.flatMap((line) => {
    if (!draws.chance(RETURNED)) return [];
    const soldOn = addDays(line.soldOn, draws.integer(2, 14));
    if (soldOn > asOf) return [];
    const quantity = -draws.integer(1, line.quantity);
    const amount = cents((line.amount / line.quantity) * quantity);
    const orderNo = `${line.orderNo}-R`;
    return [{ ...line, id: draws.id(soldOn), soldOn, orderNo, quantity, amount, base: amount }];
  });
}
