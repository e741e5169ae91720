import type { BusinessDate } from "@/lib/shared/business-date";
import { buildActivities, type DemoActivity } from "./activities";
import { buildDealSales, buildRepeatSales } from "./business-sales";
import { buildContacts, type DemoContact } from "./contacts";
import { buildDeals, type DemoDeal } from "./deals";
import { buildEnteredSales } from "./entered-sales";
import { buildFeedback, type DemoFeedback } from "./feedback";
import type { DemoSale } from "./sales";
import { buildStoreSales } from "./store-sales";
import { buildTargets, type DemoTarget } from "./targets";
import { buildWorld, type Variant, type World } from "./world";

export type Demo = {
  world: World;
  deals: DemoDeal[];
  contacts: DemoContact[];
  activities: DemoActivity[];
  feedback: DemoFeedback[];
  sales: DemoSale[];
  targets: DemoTarget[];
};

/** The whole demo company in memory. The same day and variant give the same company, ids included. */
export function buildDemo(asOf: BusinessDate, variant: Partial<Variant> = {}): Demo {
  const world = buildWorld(asOf, variant);
  const deals = buildDeals(world);
  const repeats = buildRepeatSales(world, deals);
  const sales = [...buildStoreSales(world), ...buildDealSales(deals, world.seed), ...repeats];
  return {
    world,
    deals,
    contacts: buildContacts(world),
    activities: buildActivities(world, deals),
    feedback: buildFeedback(world, deals),
    // Targets were set on what the systems knew.
    sales: [...sales, ...buildEnteredSales(world, sales)],
    targets: buildTargets(world, sales),
  };
}
