import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { type DemoProduct, SMART_CAMERA } from "./catalog";
import type { DemoCustomer } from "./customers";
import type { Draws } from "./draws";
import type { DemoRep } from "./people";
import { COMPETITORS, RIVAL } from "./pipeline";
import { CAMERA, cameraDemand } from "./story";
import type { World } from "./world";

/** A reason that was never entered is null. */
export type Loss = { reason: string | null; competitor: string | null };

const NO_DECISION = "暂不采购";
const REASONS = {
  价格: 30,
  产品质量: 8,
  缺少功能: 14,
  交付周期: 10,
  客户关系: 12,
  [NO_DECISION]: 26,
};
/** Why the Smart Camera loses while it is weak. */
const CAMERA_REASONS = { 价格: 44, 产品质量: 34, 缺少功能: 8, [NO_DECISION]: 14 };

export type Attempt = {
  rep: DemoRep;
  customer: DemoCustomer;
  product: DemoProduct;
  day: BusinessDate;
};

function isWeakCamera({ product, day }: Attempt, { asOf, plants }: World): boolean {
  if (!plants) return false;
  const before = diffDays(day, asOf);
  return (
    product.sku === SMART_CAMERA && before <= CAMERA.lowFrom + 20 && before >= CAMERA.relaunch - 10
  );
}

/** The chance to win a deal: the rep's skill, an old customer, and the camera's standing count. */
export function winChance(attempt: Attempt, world: World): number {
  const standing = attempt.product.sku === SMART_CAMERA ? cameraDemand(attempt.day, world) : 1;
  const known = attempt.customer.old ? 1.12 : 1;
  return Math.min(0.75, 0.28 * attempt.rep.skill ** 0.8 * known * standing);
}

/** Why a deal was lost and to whom; without a decision nobody won it. One in thirty does not say. */
export function drawLoss(attempt: Attempt, world: World, draws: Draws): Loss {
  if (draws.chance(1 / 30)) return { reason: null, competitor: null };
  const weak = isWeakCamera(attempt, world);
  const table = Object.entries(weak ? CAMERA_REASONS : REASONS);
  const [reason] = draws.weighted(table, ([, weight]) => weight);
  if (reason === NO_DECISION || draws.chance(weak ? 0.1 : 0.35))
    return { reason, competitor: null };
  const pull = weak ? 12 : attempt.product.category === "security" ? 1.2 : 0.4;
  const rival = draws.weighted(COMPETITORS, ({ name }) => (name === RIVAL ? pull : 1));
  return { reason, competitor: rival.name };
}

/** Days from engagement to close, won where there is no loss; a customer that decides nothing takes longest. */
export function drawLength(loss: Loss | null, draws: Draws): number {
  if (loss?.reason === NO_DECISION) return Math.round(86 * draws.logNormal(0.35));
  const median = loss === null ? 50 : 40;
  return Math.max(6, Math.round(median * draws.logNormal(0.55)));
}

/** The next working day, the day itself included. */
export function toWorkday(day: BusinessDate, world: World): BusinessDate {
  let found = day;
  while (!world.isWorkday(found)) found = addDays(found, 1);
  return found;
}
