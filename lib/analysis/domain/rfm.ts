/** The three measures of a customer over a window. */
export type RfmFacts = {
  /** Days from the last order to the last day looked at. */
  recency: number;
  /** Orders with a positive line. */
  frequency: number;
  /** Revenue, returns taken off. */
  monetary: number;
};

/** 5 is best. */
export type RfmScores = { r: number; f: number; m: number };

/** For each measure the four values that divide the customers into fifths. */
export type RfmCuts = {
  recency: readonly number[];
  frequency: readonly number[];
  monetary: readonly number[];
};

/** How many of the cuts a value lies above: customers with the same value share a score. */
const above = (value: number, cuts: readonly number[]) => cuts.filter((cut) => cut < value).length;

/**
 * Quintile scores from 1 to 5. A cut is the value below which a fifth (two fifths, …) of the customers
 * lie, interpolated between neighbours; a value scores by the number of cuts it exceeds, so ties share
 * a score and a fifth may be larger than another. A short recency is good.
 */
export function rfmScores(facts: RfmFacts, cuts: RfmCuts): RfmScores {
  return {
    r: 5 - above(facts.recency, cuts.recency),
    f: 1 + above(facts.frequency, cuts.frequency),
    m: 1 + above(facts.monetary, cuts.monetary),
  };
}

/** From and to which score, both included. */
type Scores = readonly [number, number];

export type RfmRule = { segment: string; r: Scores; f: Scores; m: Scores };

const ANY: Scores = [1, 5];

/** The named segments in the order they are tried: the first rule that holds names the customer. */
export const RFM_RULES = [
  { segment: "champions", r: [4, 5], f: [4, 5], m: [4, 5] },
  { segment: "loyal", r: [3, 5], f: [4, 5], m: ANY },
  { segment: "cannotLose", r: [1, 2], f: [4, 5], m: [4, 5] },
  { segment: "atRisk", r: [1, 2], f: [3, 5], m: ANY },
  { segment: "newcomers", r: [4, 5], f: [1, 1], m: ANY },
  { segment: "potential", r: [3, 5], f: [2, 3], m: ANY },
  { segment: "cooling", r: [3, 3], f: [1, 1], m: ANY },
  { segment: "lost", r: [1, 2], f: [1, 2], m: ANY },
] as const satisfies readonly RfmRule[];

export type RfmSegment = (typeof RFM_RULES)[number]["segment"];

export const RFM_SEGMENTS: readonly RfmSegment[] = RFM_RULES.map(({ segment }) => segment);

const within = (score: number, [from, to]: Scores) => score >= from && score <= to;

/** The segment of a customer; the rules cover all scores from 1 to 5. */
export function segmentOf({ r, f, m }: RfmScores): RfmSegment {
  const rule = RFM_RULES.find((one) => within(r, one.r) && within(f, one.f) && within(m, one.m));
  return rule?.segment ?? "lost";
}

const SCORES = [1, 2, 3, 4, 5];

/** Every combination of scores of a segment. */
export function scoresOf(segment: RfmSegment): RfmScores[] {
  return SCORES.flatMap((r) => SCORES.flatMap((f) => SCORES.map((m) => ({ r, f, m })))).filter(
    (scores) => segmentOf(scores) === segment,
  );
}
