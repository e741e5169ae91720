import type { Tx } from "@/lib/platform/db/access";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { type DemoDeal, factDay } from "./deals";
import { type Draws, drawsOf } from "./draws";
import { insertRows, type Row } from "./insert";
import { type DemoRep, unitOn } from "./people";
import { COMPETITORS, type PipelineIds } from "./pipeline";
import type { World } from "./world";

const NOTES = [
  "客户搬到你们区域了 The customer has moved to your area",
  "我下月休假，请先接手 I am on leave next month",
  "他们想谈安防方案，你更熟 They want security, which you know best",
];
const REASONS = [
  "采购经理口头同意 Purchasing has agreed by word",
  "预算已批 Budget approved",
  "对手降价，更难了 A rival cut its price",
];

type Context = { world: World; unitId: (key: string) => string; ids: PipelineIds };

/** A colleague who sells to businesses today, from the same team three times out of four. */
function colleague(owner: DemoRep, world: World, draws: Draws): DemoRep {
  const home = unitOn(owner, world.asOf);
  const others = world.people.reps.filter((rep) => {
    const unit = unitOn(rep, world.asOf);
    return rep !== owner && unit?.endsWith("-b2b");
  });
  return draws.weighted(others, (rep) =>
    unitOn(rep, world.asOf) === home ? 3 * others.length : 1,
  );
}

/** Who works together on open deals: shared credit, requests to take over, rivals, probabilities set by hand. */
export async function insertDealPeople(
  tx: Tx,
  deals: readonly DemoDeal[],
  context: Context,
): Promise<void> {
  const { world, unitId, ids } = context;
  const draws = drawsOf("deal-people");
  const home = (rep: DemoRep) => unitId(unitOn(rep, world.asOf) ?? "");
  const open = deals.filter((deal) => deal.outcome === "open");
  const splits: Row[] = [];
  const handOvers: Row[] = [];
  const changes: Row[] = [];
  for (const deal of open) {
    const owner = deal.ownerOn(factDay(deal, world.asOf));
    if (unitOn(owner, world.asOf) === null) continue;
    const other = colleague(owner, world, draws);
    const shared = draws.chance(0.06);
    if (shared) splits.push(...split(deal.id, [owner, other], home, draws));
    else if (draws.chance(0.025))
      handOvers.push(request(deal.id, owner, other, home(other), world.asOf, draws));
    const byHand = draws.chance(0.08);
    changes.push({
      ...{ id: deal.id, is_shared: shared },
      competitor_id: draws.chance(0.3) ? ids.competitor(draws.pick(COMPETITORS).name) : null,
      probability: byHand ? draws.pick([0.3, 0.6, 0.85]) : null,
      probability_reason: byHand ? draws.pick(REASONS) : null,
    });
  }
  await insertRows(tx, "deal_split", splits);
  await insertRows(tx, "deal_hand_over", handOvers);
  await tx.$executeRaw`UPDATE deal SET is_shared = o.is_shared, competitor_id = o.competitor_id,
      probability = o.probability, probability_reason = o.probability_reason
    FROM json_populate_recordset(NULL::deal, ${JSON.stringify(changes)}::json) o WHERE deal.id = o.id`;
}

function split(
  dealId: string,
  [owner, other]: readonly [DemoRep, DemoRep],
  home: (rep: DemoRep) => string,
  draws: Draws,
): Row[] {
  const cut = draws.pick([0.5, 0.6, 0.7]);
  const part = (rep: DemoRep, share_from: number, share_to: number): Row => ({
    ...{ deal_id: dealId, user_id: rep.id, unit_id: home(rep), share_from, share_to },
  });
  return [part(owner, 0, cut), part(other, cut, 1)];
}

function request(
  dealId: string,
  from: DemoRep,
  to: DemoRep,
  unit: string,
  asOf: BusinessDate,
  draws: Draws,
): Row {
  return {
    ...{ deal_id: dealId, from_id: from.id, to_id: to.id, to_unit_id: unit },
    ...{ due_on: addDays(asOf, draws.integer(2, 12)), note: draws.pick(NOTES), status: "open" },
  };
}
