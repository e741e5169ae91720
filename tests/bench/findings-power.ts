import { lookAt, type Tested } from "@/lib/findings/domain/look";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { buildDealSales, buildRepeatSales } from "@/prisma/seed/business-sales";
import { SMART_CAMERA } from "@/prisma/seed/catalog";
import { buildDeals } from "@/prisma/seed/deals";
import { buildFeedback } from "@/prisma/seed/feedback";
import { buildStoreSales } from "@/prisma/seed/store-sales";
import { CAMERA, WEAK_STORES } from "@/prisma/seed/story";
import { buildWorld, type Variant } from "@/prisma/seed/world";
import { demoFigures, type Sold } from "@/tests/setup/demo-figures";

const LAST_DAY: BusinessDate = "2026-11-23";

/** The day before the first thing was done about what the stories plant. */
const BEFORE_MEASURES = addDays(LAST_DAY, -CAMERA.relaunch - 1);

/** A demo company in memory: who sold what to whom, and what customers said. */
export function drawCompany(variant: Variant): Sold {
  const world = buildWorld(LAST_DAY, variant);
  const deals = buildDeals(world);
  const sales = [
    ...buildStoreSales(world),
    ...buildDealSales(deals, world.seed),
    ...buildRepeatSales(world, deals),
  ];
  return { world, deals, sales, feedback: buildFeedback(world, deals) };
}

/** What the tests find in a company, as known the day before anything was done about the stories. */
export function findingsIn(company: Sold): Tested[] {
  return lookAt(demoFigures(company, BEFORE_MEASURES)).found;
}

/** Whether the findings name the weak product and all weak stores. */
export function namesThePlanted(found: readonly Tested[]): boolean {
  const camera = found.some((f) => f.kind === "product_low" && f.about.productId === SMART_CAMERA);
  const stores = new Set(found.filter((f) => f.kind === "unit_low").map((f) => f.about.unitId));
  return camera && Object.keys(WEAK_STORES).every((store) => stores.has(store));
}

/** Seeds whose companies are drawn with the stories, and without. */
export type Power = { planted: number; named: number; plain: number; misled: number };

/** How often the findings name what is planted, and how often they tell anything where nothing is. */
export function measurePower(planted: number, plain: number, onDraw = () => {}): Power {
  const found = (seed: number, plants: boolean) => {
    onDraw();
    return findingsIn(drawCompany({ seed: `${plants ? "planted" : "plain"}/${seed}`, plants }));
  };
  const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const named = seeds(planted).filter((seed) => namesThePlanted(found(seed, true))).length;
  const misled = seeds(plain).filter((seed) => found(seed, false).length > 0).length;
  return { planted, named, plain, misled };
}
