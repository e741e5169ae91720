import type { Tx } from "@/lib/platform/db/access";
import { DEFAULT_STAGES } from "@/lib/settings/data/defaults";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { beatenRivals } from "./beaten-rivals";
import type { Demo } from "./build";
import { type DemoDeal, factDay, lastStep } from "./deals";
import { insertRows, type Row } from "./insert";
import { unitOn } from "./people";
import type { PipelineIds } from "./pipeline";
import { cents, type DemoSale } from "./sales";

type DealContext = {
  asOf: BusinessDate;
  ids: PipelineIds;
  unitId: (key: string) => string;
};

const OUTCOMES = { won: "赢单", lost: "输单" };

const stageName = (position: number) =>
  DEFAULT_STAGES.find((stage) => stage.position === position)?.name ?? "";

const sum = (amounts: readonly number[]) => cents(amounts.reduce((a, b) => a + b, 0));

/** A unit even on the day after a leaver's last. */
export const unitKey = (deal: DemoDeal, day: BusinessDate) => {
  const owner = deal.ownerOn(day);
  return unitOn(owner, day) ?? owner.stints.at(-1)?.unit ?? "";
};

/** Deals with their lines and history; open deals get their day of engagement last. */
export async function insertDeals(tx: Tx, demo: Demo, context: DealContext): Promise<void> {
  const { deals } = demo;
  const sales = Map.groupBy(demo.sales, (sale) => sale.dealId);
  const beaten = beatenRivals(deals, demo.world);
  const rows = deals.map((deal) => {
    const rival = deal.loss?.competitor ?? beaten.get(deal.id);
    const competitor_id = rival ? context.ids.competitor(rival) : null;
    return { ...dealRow(deal, sales.get(deal.id) ?? [], context), competitor_id };
  });
  await insertRows(tx, "deal", rows);
  await insertRows(tx, "deal_line", deals.flatMap(dealLineRows));
  const history = deals.flatMap((deal) => historyRows(deal, context));
  await insertRows(tx, "deal_history", history);
  const open = deals.filter((deal) => deal.closedOn === null);
  const days = JSON.stringify(open.map(({ id, engagedOn }) => ({ id, engaged_on: engagedOn })));
  await tx.$executeRaw`UPDATE deal SET engaged_on = o.engaged_on
    FROM json_populate_recordset(NULL::deal, ${days}::json) o WHERE deal.id = o.id`;
}

/** `booked` are the sales of the deal: what was booked is their sum. */
function dealRow(deal: DemoDeal, booked: readonly DemoSale[], context: DealContext): Row {
  const { asOf, ids, unitId } = context;
  const last = lastStep(deal);
  const day = factDay(deal, asOf);
  const expected = sum(deal.lines.map((line) => line.amount));
  const sales = deal.outcome === "won" ? booked : null;
  const stage = deal.outcome === "open" ? stageName(last.stage) : OUTCOMES[deal.outcome];
  return {
    ...{
      id: deal.id,
      title: deal.title,
      customer_id: deal.customer.id,
      stage_id: ids.stage(stage),
    },
    ...{ owner_id: deal.ownerOn(day).id, unit_id: unitId(unitKey(deal, day)) },
    ...{ created_on: deal.createdOn, expected_close_on: last.expectedCloseOn },
    // While it is open the history's trigger takes this as the day of the last change; corrected afterwards.
    engaged_on: deal.closedOn === null ? last.day : deal.engagedOn,
    ...{ closed_on: deal.closedOn, currency: deal.currency, rate: deal.rate },
    ...{ expected_amount: expected, expected_base_amount: cents(expected * deal.rate) },
    booked_amount: sales && sum(sales.map((sale) => sale.amount)),
    booked_base_amount: sales && sum(sales.map((sale) => sale.base)),
    loss_reason_id: deal.loss?.reason ? ids.reason(deal.loss.reason) : null,
    ...{ next_step: deal.nextStep?.text ?? null, next_step_on: deal.nextStep?.on ?? null },
    created_at: `${deal.createdOn}T00:30:00Z`,
    updated_at: `${deal.closedOn ?? last.day}T01:00:00Z`,
  };
}

function dealLineRows(deal: DemoDeal): Row[] {
  return deal.lines.map(({ product, quantity, amount }) => ({
    ...{ deal_id: deal.id, product_id: product.id, quantity, amount },
  }));
}

/** What the deal was before its last state, which the trigger has written. */
function historyRows(deal: DemoDeal, { ids, unitId }: DealContext): Row[] {
  const earlier = deal.closedOn === null ? deal.steps.slice(0, -1) : deal.steps;
  const states = earlier.map((step) => ({ ...step, owner: deal.ownerOn(step.day) }));
  return [...created(deal), ...states, ...handOver(deal)].map((state) => ({
    ...{ deal_id: deal.id, changed_on: state.day, stage_id: ids.stage(stageName(state.stage)) },
    expected_base_amount: cents(state.amount * deal.rate),
    ...{ expected_close_on: state.expectedCloseOn, owner_id: state.owner.id },
    unit_id: unitId(unitKey(deal, state.day)),
    created_at: `${state.day}T01:00:00Z`,
  }));
}

/** What the deal was from the day it was created, where work on it began later. */
function created(deal: DemoDeal) {
  const [first] = deal.steps;
  if (!first || deal.createdOn >= first.day) return [];
  return [{ ...first, day: deal.createdOn, owner: deal.ownerOn(deal.createdOn) }];
}

/** A state for the day a colleague took the deal over, unless it was its last day. */
function handOver(deal: DemoDeal) {
  const { leftOn } = deal.ownerOn(deal.createdOn);
  const end = deal.closedOn ?? lastStep(deal).day;
  if (leftOn === null || leftOn <= deal.engagedOn || leftOn >= addDays(end, -1)) return [];
  const state = deal.steps.findLast((step) => step.day <= leftOn);
  return state ? [{ ...state, day: leftOn, owner: deal.ownerOn(leftOn) }] : [];
}
