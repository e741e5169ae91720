import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure } from "@/lib/metrics/domain/figure";
import type { FiscalPeriod } from "@/lib/settings/domain/fiscal-calendar";
import type { Named, Reference } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";

export type StageFlow = {
  key: string;
  name: Named | null;
  /** Share of the entries that went on, and of the year before. */
  conversion: Figure | undefined;
  before: Figure | undefined;
  dwell: Figure | undefined;
  open: Figure | undefined;
  value: Figure | undefined;
};

/** Open deals of a stage by how long they have been in it; one count and amount for each band. */
export type StageAges = {
  stage: Reference;
  bands: { deals: number; amount: number }[];
};

export type StaleDeal = {
  id: string;
  title: string;
  stage: Named;
  owner: Named;
  since: string;
  days: number;
  amount: number | null;
};

/** Deals due in a fiscal quarter that were pushed past its end. */
export type Slip = {
  quarter: FiscalPeriod;
  rate: Figure;
  /** False while deals due in it may still be pushed: the rate can only rise. */
  isOver: boolean;
};

/** A reason deals were lost for; `noDecision`: nobody won, the customer did not buy. */
export type LossView = {
  key: string | null;
  name: Named | null;
  lost: number;
  share: number | null;
  before: number;
  noDecision: boolean;
};

/** `lost` to it: without deals in which nothing was decided. */
export type RivalView = { key: string; name: Named | null; won: number; lost: number };

/** All of the page of the funnel, from one snapshot. */
export type FunnelView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  window: Period;
  /** The year before. */
  earlier: Period;
  where: FigureAddress["where"];
  stages: StageFlow[];
  ages: StageAges[];
  stale: StaleDeal[];
  slips: Slip[];
  losses: LossView[];
  lost: Figure | undefined;
  rivals: RivalView[];
};

/** Entries below which a stage's conversion is too uncertain to be named in a sentence. */
const ENOUGH = 20;

/** Where the funnel loses most: the lowest conversion among the stages with enough entries. */
export function leakOf(stages: readonly StageFlow[]): StageFlow | null {
  const known = stages.filter(
    ({ conversion }) => conversion?.value != null && conversion.n >= ENOUGH,
  );
  return known.reduce<StageFlow | null>(
    (worst, one) =>
      !worst || (one.conversion?.value ?? 1) < (worst.conversion?.value ?? 1) ? one : worst,
    null,
  );
}

/** Deals that have been in their stage for longer than the last band begins, and their amount. */
export function staleOf(ages: readonly StageAges[]): { deals: number; amount: number } {
  const last = ages.map(({ bands }) => bands.at(-1));
  return {
    deals: last.reduce((sum, band) => sum + (band?.deals ?? 0), 0),
    amount: last.reduce((sum, band) => sum + (band?.amount ?? 0), 0),
  };
}
