import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";
import type { DemoProduct } from "./catalog";
import type { DemoCustomer } from "./customers";
import { courseOf, type Step } from "./deal-course";
import { type Attempt, drawLength, drawLoss, type Loss, toWorkday, winChance } from "./deal-fate";
import { nextStep, projectTitle } from "./deal-text";
import { type Draws, drawsOf } from "./draws";
import { type DemoRep, successorOn, unitOn } from "./people";
import { rateOn } from "./rates";
import { businessSeason, growthOn } from "./season";
import { productDemand } from "./story";
import type { World } from "./world";

export type DealLine = { product: DemoProduct; quantity: number; amount: number };
export type DemoDeal = {
  id: string;
  title: string;
  customer: DemoCustomer;
  createdOn: BusinessDate;
  engagedOn: BusinessDate;
  /** Blank while it is open. */
  closedOn: BusinessDate | null;
  outcome: "open" | "won" | "lost";
  loss: Loss | null;
  currency: string;
  rate: number;
  lines: DealLine[];
  /** Share of the offer that is booked when it is won. */
  kept: number;
  steps: Step[];
  /** Who has it on a day: a colleague takes over what a leaver leaves. */
  ownerOn: (day: BusinessDate) => DemoRep;
  /** Blank on some open deals: somebody forgot. */
  nextStep: { text: string; on: BusinessDate } | null;
};

/** New deals a working day for an ordinary rep. */
const DEALS_A_DAY = 0.24;
const RUN_IN = 120;

/** The state of a deal on its last day. */
export const lastStep = (deal: DemoDeal): Step => deal.steps.at(-1) as Step;
/** The day a deal's owner and unit are taken from: its close, or today while it is open. */
export const factDay = (deal: DemoDeal, asOf: BusinessDate) => deal.closedOn ?? asOf;

/** Every business deal that was open at some time between the first and the last day. */
export function buildDeals(world: World): DemoDeal[] {
  const draws = drawsOf("deals", world.seed);
  const sellers = world.people.reps.filter((rep) => rep.stints[0]?.unit.endsWith("-b2b"));
  return sellers.flatMap((rep) => dealsOf(rep, world, draws));
}

function dealsOf(rep: DemoRep, world: World, draws: Draws): DemoDeal[] {
  const customers = world.customers.filter((customer) => customer.owner === rep);
  const ownerOn = (day: BusinessDate) => successorOn(world.people, rep, day);
  // Chances add up until one is taken, so that a small number of deals wins about as often as it should.
  let credit = draws.next();
  return daysOf({ from: addDays(world.from, -RUN_IN), to: world.asOf }).flatMap((day) => {
    if (!world.isWorkday(day) || unitOn(rep, day) === null) return [];
    const ramp = Math.min(1, 0.4 + diffDays(rep.hiredOn, day) / 200);
    const busy = businessSeason(day) * growthOn(day, world.from) * ramp * rep.skill ** 0.4;
    return Array.from({ length: draws.round(DEALS_A_DAY * busy) }).flatMap(() => {
      const known = customers.filter((customer) => customer.knownFrom <= day);
      if (known.length === 0) return [];
      const customer = draws.weighted(known, ({ size }) => size);
      const product = drawProduct(world, day, draws);
      credit += winChance({ rep, customer, product, day }, world);
      const won = credit > draws.next() * 1.3;
      if (won) credit -= 1;
      const deal = buildDeal({ rep, customer, product, day }, won, world, draws, ownerOn);
      return deal.closedOn !== null && deal.closedOn < world.from ? [] : [deal];
    });
  });
}

function drawProduct(world: World, day: BusinessDate, draws: Draws): DemoProduct {
  return draws.weighted(
    world.products,
    (p) => p.businessWeight * productDemand(p.sku, day, world) ** 0.7,
  );
}

function buildDeal(
  attempt: Attempt,
  won: boolean,
  world: World,
  draws: Draws,
  ownerOn: (day: BusinessDate) => DemoRep,
): DemoDeal {
  const { customer, product, day } = attempt;
  const { asOf } = world;
  const loss = won ? null : drawLoss(attempt, world, draws);
  const engaged = toWorkday(addDays(day, draws.integer(0, 5)), world);
  const engagedOn = engaged > asOf ? day : engaged;
  const endsOn = toWorkday(addDays(engagedOn, drawLength(loss, draws)), world);
  const currency = customer.dollars ? "USD" : "CNY";
  const closed = endsOn <= asOf;
  const rate = rateOn(world.rates, currency, closed ? endsOn : asOf);
  const lines = drawLines(attempt, world, rate, draws);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const deepest = won ? 4 : draws.weighted([1, 2, 3, 4], (n) => [0, 2, 6, 7, 4][n] ?? 0);
  const steps = courseOf({ engagedOn, endsOn, deepest, amount }, asOf, draws);
  const last = steps.at(-1) as Step;
  // A deal without an offer yet has the value somebody guessed; from then on its lines' sum.
  const offer = last.stage >= 3 || closed ? amount : last.amount;
  return {
    ...{ id: draws.id(day), title: projectTitle(product.category, draws), customer },
    ...{ currency, rate },
    ...{ createdOn: day, engagedOn, steps, ownerOn, closedOn: closed ? endsOn : null },
    outcome: closed ? (won ? "won" : "lost") : "open",
    ...{ loss: closed ? loss : null, lines: scale(lines, offer / amount) },
    kept: 1 - draws.next() * 0.08,
    nextStep:
      closed || draws.chance(0.08)
        ? null
        : { text: nextStep(last.stage, draws), on: addDays(asOf, draws.integer(-4, 12)) },
  };
}

const scale = (lines: DealLine[], factor: number): DealLine[] =>
  lines.map((line) => ({ ...line, amount: Math.round(line.amount * factor) }));

function drawLines(
  { rep, customer, product, day }: Attempt,
  world: World,
  rate: number,
  draws: Draws,
) {
  const others = draws.weighted([0, 1, 2], (n) => [45, 35, 20][n] ?? 0);
  const more = Array.from({ length: others }, () => drawProduct(world, day, draws));
  return [...new Set([product, ...more])].map((p, i): DealLine => {
    const pieces =
      p.businessUnits *
      1.7 *
      rep.skill ** 0.3 *
      customer.size *
      draws.logNormal(0.35) *
      (i === 0 ? 1 : 0.5);
    const quantity = Math.max(1, Math.round(pieces));
    const discount = 0.06 + draws.next() * 0.12;
    const amount = Math.round((quantity * p.price * (1 - discount)) / rate);
    return { product: p, quantity, amount };
  });
}
