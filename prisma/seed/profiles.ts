import type { Motive, ValueDriver } from "@/lib/customers/domain/buying-profile";
import { VALUE_DRIVERS } from "@/lib/customers/domain/buying-profile";
import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { SMART_CAMERA } from "./catalog";
import type { DemoContact } from "./contacts";
import type { DemoDeal } from "./deals";
import { type Draws, drawsOf } from "./draws";
import type { Row } from "./insert";
import { CAMERA } from "./story";
import type { World } from "./world";

/*
 * The profiles tell the first story once more: while the Smart Camera was weak its lost customers
 * asked for features and price, where the rival was ahead; after the relaunch those who buy name
 * features and service. Elsewhere price loses and service, quality and relationship win.
 */
type Weights = Partial<Record<ValueDriver, number>>;
const BASE: Record<ValueDriver, number> = {
  ...{ price: 4, quality: 4, service: 3, delivery: 2, features: 2, brand: 1.5, relationship: 1.5 },
};
const LOST: Weights = { price: 9, service: 1.5, relationship: 0.6 };
const WON: Weights = { price: 2, quality: 6, service: 6, relationship: 3 };
const WEAK_CAMERA: Weights = { features: 14, price: 9, service: 1 };
const NEW_CAMERA: Weights = { features: 10, service: 6, price: 2 };

const CRITERIA = [
  "三家比价，要求现场试用两周。Three offers compared, two weeks of trial on site.",
  "与现有门禁系统对接，交付不超过 30 天。Works with the access system in place; delivered within 30 days.",
  "总拥有成本与五年质保。Total cost of ownership and a five-year warranty.",
  "须通过信息安全审查。Has to pass the information security review.",
];
const MOTIVE_WEIGHTS: readonly [Motive, number][] = [
  ["replacement", 4],
  ["new_project", 4],
  ["growth", 3],
  ["upgrade", 3],
  ["cost_saving", 2],
  ["compliance", 1.5],
  ["risk", 1.5],
];
const OPEN_STAGES = ["need", "search", "evaluation", "shortlist", "approval"] as const;

const ROWS_A_YEAR = 400;

function weightsOf(deal: DemoDeal, asOf: BusinessDate): Weights {
  const camera = deal.lines.some(({ product }) => product.sku === SMART_CAMERA);
  const before = diffDays(deal.engagedOn, asOf);
  if (camera && before < CAMERA.declineFrom && before > CAMERA.relaunch && deal.outcome !== "won")
    return WEAK_CAMERA;
  if (camera && before <= CAMERA.relaunch && deal.outcome !== "lost") return NEW_CAMERA;
  if (deal.outcome === "open") return {};
  return deal.outcome === "lost" ? LOST : WON;
}

function ranking(random: Draws, weights: Weights): ValueDriver[] {
  const left = new Set<ValueDriver>(VALUE_DRIVERS);
  return Array.from({ length: random.integer(2, 4) }, () => {
    const next = random.weighted([...left], (driver) => weights[driver] ?? BASE[driver]);
    left.delete(next);
    return next;
  });
}

/** Profiles of about half of the last year's deals, in the words of who had them. */
export function profileRows(
  { asOf }: World,
  deals: readonly DemoDeal[],
  contacts: readonly DemoContact[],
): { profiles: Row[]; people: Row[] } {
  const random = drawsOf("profiles");
  const atCustomer = Map.groupBy(contacts, (one) => one.customer);
  const profiles: Row[] = [];
  const people: Row[] = [];
  for (const deal of deals) {
    if (diffDays(deal.engagedOn, asOf) > ROWS_A_YEAR || !random.chance(0.5)) continue;
    const last = deal.closedOn ?? asOf;
    const length = Math.max(0, diffDays(deal.engagedOn, last));
    const day = addDays(deal.engagedOn, Math.floor(length * 0.7));
    const id = random.id(day);
    profiles.push({
      ...{ id, deal_id: deal.id, drivers: ranking(random, weightsOf(deal, asOf)) },
      motive: random.weighted(MOTIVE_WEIGHTS, ([, weight]) => weight)[0],
      decision_stage: deal.outcome === "open" ? random.pick(OPEN_STAGES) : "decided",
      criteria: random.chance(0.35) ? random.pick(CRITERIA) : null,
      ...{ created_by_id: deal.ownerOn(day).id, created_at: `${day}T03:00:00Z` },
    });
    for (const contact of atCustomer.get(deal.customer) ?? [])
      people.push({ profile_id: id, contact_id: contact.id, role: contact.role });
  }
  return { profiles, people };
}
