import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure, MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { Reference } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";
import type { Cohort } from "./cohorts";
import type { Concentration } from "./concentration";
import type { Outcome } from "./outcome";
import type { RfmCuts, RfmFacts, RfmScores, RfmSegment } from "./rfm";

/** Months of orders that are looked at; the first is the usual choice. */
export const CUSTOMER_MONTHS = [12, 6, 24, 36] as const;

/** The figures at the top, of the whole window; how many there are and come back stands in the sentence. */
export const CUSTOMER_METRICS = [
  "customer_recency",
  "purchase_frequency",
  "customer_spend",
  "churn_rate",
  "customer_lifetime_value",
] as const satisfies readonly MeasuredMetric[];

export type SegmentView = {
  segment: RfmSegment;
  customers: number;
  orders: number;
  revenue: number;
};

export type ScoredCustomer = Reference & RfmFacts & RfmScores & { segment: RfmSegment };

export type SilentCustomer = Reference & {
  lastOn: string;
  /** Its own median days between orders. */
  gap: number;
  silent: number;
  revenue: number;
};

/** What a buyer judges by, why it buys, how far it is with deciding. */
export const PROFILE_TRAITS = ["driver", "motive", "decision"] as const;
export type ProfileTrait = (typeof PROFILE_TRAITS)[number];

/** `key` null: profiles that do not say. */
export type TraitView = Outcome & { trait: ProfileTrait; key: string | null };

/** All of the page of customers, from one snapshot. */
export type CustomersView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  window: Period;
  months: number;
  where: FigureAddress["where"];
  figures: Partial<Record<MeasuredMetric, Figure>>;
  segments: SegmentView[];
  /** Between the fifths of the three measures. */
  cuts: RfmCuts;
  chosen: RfmSegment | null;
  /** A page of the customers of the chosen segment, or of all. */
  customers: ScoredCustomer[];
  page: number;
  pages: number;
  cohorts: Cohort[];
  spread: Concentration;
  silent: {
    times: number;
    judged: number;
    inactive: number;
    revenue: number;
    rows: SilentCustomer[];
  };
  traits: TraitView[];
};
