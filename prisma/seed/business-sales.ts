import { allocate } from "@/lib/shared/allocate";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import type { DemoCustomer } from "./customers";
import { toWorkday } from "./deal-fate";
import type { DemoDeal } from "./deals";
import { type Draws, drawsOf } from "./draws";
import { successorOn, unitOn } from "./people";
import { rateOn } from "./rates";
import { cents, type DemoSale } from "./sales";
import { businessSeason } from "./season";
import { productDemand } from "./story";
import type { World } from "./world";

/** One order for each won deal on the day it closed; its lines sum to what was booked, to the cent. */
export function buildDealSales(deals: readonly DemoDeal[], seed = ""): DemoSale[] {
  const draws = drawsOf("deal-sales", seed);
  return deals.flatMap((deal) => (deal.outcome === "won" ? dealSales(deal, draws) : []));
}

function dealSales(deal: DemoDeal, draws: Draws): DemoSale[] {
  const day = deal.closedOn ?? deal.createdOn;
  const offer = deal.lines.reduce((sum, line) => sum + line.amount, 0);
  const parts = allocate(
    BigInt(Math.round(offer * deal.kept) * 100),
    deal.lines.map((line) => line.amount),
  );
  const owner = deal.ownerOn(day);
  return deal.lines.map((line, i): DemoSale => {
    const amount = Number(parts[i] ?? 0n) / 100;
    return {
      ...{
        id: draws.id(day),
        soldOn: day,
        orderNo: `B-${deal.id.slice(0, 8)}${deal.id.slice(-4)}`,
      },
      ...{ product: line.product, unit: unitOn(owner, day) ?? "", ownerId: owner.id },
      ...{ customerId: deal.customer.id, dealId: deal.id, quantity: line.quantity },
      ...{ currency: deal.currency, rate: deal.rate, amount, base: cents(amount * deal.rate) },
      source: "deal",
    };
  });
}

/** Days between two repeat orders of an ordinary customer. */
const REPEAT_EVERY = 62;
const STOPS_BUYING = 0.022;
/** Orders of these last days are entered by hand and not yet in the order system. */
const BY_HAND_DAYS = 30;

/** Smaller orders between deals: old customers from the first day, others after their first deal. */
export function buildRepeatSales(world: World, deals: readonly DemoDeal[]): DemoSale[] {
  const draws = drawsOf("repeat-sales", world.seed);
  const firstWon = new Map<string, BusinessDate>();
  for (const { outcome, closedOn, customer } of deals) {
    if (outcome !== "won" || closedOn === null) continue;
    const known = firstWon.get(customer.id);
    if (known === undefined || closedOn < known) firstWon.set(customer.id, closedOn);
  }
  return world.customers.flatMap((customer) => {
    const start = customer.old ? world.from : firstWon.get(customer.id);
    return start ? repeatsOf(customer, start, world, draws) : [];
  });
}

function repeatsOf(
  customer: DemoCustomer,
  start: BusinessDate,
  world: World,
  draws: Draws,
): DemoSale[] {
  const sales: DemoSale[] = [];
  let day = start;
  for (let number = 1; !draws.chance(STOPS_BUYING); number++) {
    const wait = (REPEAT_EVERY * draws.logNormal(0.5)) / businessSeason(day);
    day = toWorkday(addDays(day, Math.max(3, Math.round(wait))), world);
    if (day > world.asOf) break;
    sales.push(...repeatOrder(customer, day, number, world, draws));
  }
  return sales;
}

function repeatOrder(
  customer: DemoCustomer,
  soldOn: BusinessDate,
  number: number,
  world: World,
  draws: Draws,
): DemoSale[] {
  const { people, products, rates } = world;
  const owner = successorOn(people, customer.owner, soldOn);
  const unit = unitOn(owner, soldOn);
  if (unit === null) return [];
  const currency = customer.dollars ? "USD" : "CNY";
  const rate = rateOn(rates, currency, soldOn);
  const weight = (p: (typeof products)[number]) =>
    p.businessWeight * productDemand(p.sku, soldOn, world);
  const chosen = new Set(
    Array.from({ length: draws.integer(1, 3) }, () => draws.weighted(products, weight)),
  );
  return [...chosen].map((product): DemoSale => {
    const pieces =
      product.businessUnits * 0.42 * customer.size * owner.skill ** 0.5 * draws.logNormal(0.4);
    const quantity = Math.max(1, Math.round(pieces));
    const amount = cents((quantity * product.price * (0.84 + draws.next() * 0.1)) / rate);
    return {
      ...{ id: draws.id(soldOn), soldOn, orderNo: `R-${customer.id.slice(-8)}-${number}` },
      ...{ product, unit, ownerId: owner.id, customerId: customer.id, dealId: null, quantity },
      ...{ currency, rate, amount, base: cents(amount * rate) },
      source: soldOn > addDays(world.asOf, -BY_HAND_DAYS) ? null : "erp",
    };
  });
}
