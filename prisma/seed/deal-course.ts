import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import type { Draws } from "./draws";

/** How a deal goes, drawn before it starts; deals still running at `asOf` show only part of it. */
export type Fate = {
  engagedOn: BusinessDate;
  /** When it would close. */
  endsOn: BusinessDate;
  /** The last open stage it reaches, 1 to 4. */
  deepest: number;
  amount: number;
};

/** One state of a deal, from a day on. */
export type Step = {
  day: BusinessDate;
  stage: number;
  amount: number;
  expectedCloseOn: BusinessDate;
};

/** When the stages 2 to 4 begin, as shares of the whole course. */
const STAGE_AT = [0.18, 0.44, 0.72];

/**
 * The steps of a deal up to `asOf`, one a day at most: entering a stage, a new amount when the offer
 * is made, a later expected close each time the expected day comes and the deal is not closed, and
 * in most deals a better guess near the end.
 */
export function courseOf(fate: Fate, asOf: BusinessDate, draws: Draws): Step[] {
  const length = Math.max(5, diffDays(fate.engagedOn, fate.endsOn));
  const at = (share: number) => addDays(fate.engagedOn, Math.round(length * share));
  const shares = STAGE_AT.slice(0, fate.deepest - 1).map(
    (share) => (share / (fate.deepest / 4)) * (0.9 + 0.2 * draws.next()),
  );
  const entered = shares.map((share, i) => ({ day: at(Math.min(0.95, share)), stage: i + 2 }));
  const before = fate.amount * draws.logNormal(0.15);
  const first: Step = {
    ...{ day: fate.engagedOn, stage: 1, amount: hundreds(before) },
    expectedCloseOn: addDays(fate.engagedOn, Math.round(52 * draws.logNormal(0.3))),
  };
  const settled = { day: at(0.86), expectedCloseOn: addDays(fate.endsOn, draws.integer(-7, 9)) };
  const slips = slipsOf(first.expectedCloseOn, fate, draws);
  const moves = draws.chance(0.6) ? [...slips.filter((s) => s.day < settled.day), settled] : slips;
  const changes = [...entered, ...moves].filter(({ day }) => day < fate.endsOn && day <= asOf);
  return changes
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .reduce((steps, change) => apply(steps, change, fate.amount), [first]);
}

type Change = { day: BusinessDate; stage?: number; expectedCloseOn?: BusinessDate };

const hundreds = (amount: number) => Math.round(amount / 100) * 100;

function apply(steps: Step[], change: Change, offered: number): Step[] {
  const last = steps.at(-1) as Step;
  const stage = change.stage ?? last.stage;
  const next = { ...last, ...change, amount: stage >= 3 ? offered : last.amount };
  return change.day === last.day ? [...steps.slice(0, -1), next] : [...steps, next];
}

/** Each time the expected day is near and the deal is not ready, it moves; one in eight is forgotten. */
function slipsOf(planned: BusinessDate, fate: Fate, draws: Draws): Change[] {
  const slips: Change[] = [];
  let expected = planned;
  while (expected < fate.endsOn && !draws.chance(0.12)) {
    const day = addDays(expected, -draws.integer(-3, 6));
    if (day <= fate.engagedOn) break;
    expected = addDays(expected, draws.integer(12, 38));
    slips.push({ day, expectedCloseOn: expected });
  }
  return slips;
}
