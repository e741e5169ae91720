import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";
import type { DemoProduct } from "./catalog";
import { type Draws, drawsOf } from "./draws";
import { cents, type DemoSale } from "./sales";
import { unitFinder } from "./units";
import type { World } from "./world";

/** Two stores that note small things sold over the counter by the day, and of which things. */
const COUNTERS = ["xuhui", "hangzhou"];
const SMALL = 200;
const COUNTER_DAYS = 24;
/** A day they forgot, counted back from today; today is not entered yet. */
const FORGOTTEN = 6;

/** Lines that people have entered themselves: returns of repeat orders, and the days of two counters. */
export function buildEnteredSales(world: World, sales: readonly DemoSale[]): DemoSale[] {
  const draws = drawsOf("entered-sales", world.seed);
  return [...returnsByHand(world, sales, draws), ...counterDays(world, draws)];
}

/** Some of what customers ordered by phone in the last weeks came back in part. */
function returnsByHand({ asOf }: World, sales: readonly DemoSale[], draws: Draws): DemoSale[] {
  const recent = addDays(asOf, -45);
  const byHand = sales.filter(
    ({ source, quantity, soldOn }) =>
      source === null && quantity > 1 && soldOn >= recent && addDays(soldOn, 3) <= asOf,
  );
  return byHand.flatMap((sale) => {
    if (!draws.chance(0.06)) return [];
    const soldOn = addDays(sale.soldOn, 3);
    const quantity = -draws.integer(1, Math.ceil(sale.quantity / 4));
    const amount = cents((sale.amount / sale.quantity) * quantity);
    return [
      {
        ...{ ...sale, id: draws.id(soldOn), soldOn, orderNo: `${sale.orderNo}-R`, quantity },
        ...{ amount, base: cents(amount * sale.rate), returnOf: sale.id },
      },
    ];
  });
}

function counterDays({ asOf, units, products, plants }: World, draws: Draws): DemoSale[] {
  if (!plants) return [];
  const find = unitFinder(units);
  const small = products.filter((one) => one.storeWeight > 0 && one.price < SMALL);
  const days = daysOf({ from: addDays(asOf, -COUNTER_DAYS), to: asOf });
  return COUNTERS.flatMap((store) =>
    days
      .filter((day) => day !== addDays(asOf, -FORGOTTEN))
      .flatMap((day) =>
        small.flatMap((product) =>
          counterLine({ store, unitId: find(store).id, day, product }, draws),
        ),
      ),
  );
}

type Counter = { store: string; unitId: string; day: BusinessDate; product: DemoProduct };

/** One number of a store's day; now and then more comes back than is sold. */
function counterLine({ store, unitId, day, product }: Counter, draws: Draws): DemoSale[] {
  const quantity = draws.chance(0.04) ? -1 : draws.integer(0, 4);
  if (quantity === 0) return [];
  const amount = cents(quantity * product.price);
  return [
    {
      ...{ id: draws.id(day), soldOn: day, product, unit: store, quantity, amount, base: amount },
      ...{ ownerId: null, customerId: null, dealId: null, currency: "CNY", rate: 1 },
      orderNo: `D${day.replaceAll("-", "")}-${unitId.slice(-6)}`,
      ...{ source: "store-day", externalId: `${unitId}/${day}/${product.id}` },
    },
  ];
}
