import type { Tries } from "@/lib/analysis/domain/beta-binomial";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** What the rules look at: the figures of one unit with all below it, as known on one day. */
export type CompanyFigures = {
  /** The unit it is all about. */
  root: string;
  /** The complete months before the day, oldest first, by their first day. */
  months: readonly BusinessDate[];
  /** The complete weeks of the last two years of them. */
  weeks: readonly BusinessDate[];
  products: readonly ProductSeries[];
  /** The twelve months before the day. */
  year: Period;
  units: readonly UnitYear[];
  sellers: readonly SellerYear[];
  stages: readonly StageRates[];
  themes: readonly CountPair[];
  competitors: readonly CountPair[];
  /** What `recent` and `before` mean for stages, and for what is counted. */
  entered: Compared;
  counted: Compared;
};

export type Compared = { recent: Period; before: Period };

/** Revenue of a product in each of the months and weeks. */
export type ProductSeries = {
  productId: string;
  revenue: readonly number[];
  weekly: readonly number[];
};

/** A unit that sells itself, in the year: revenue, and its people on an average day. */
export type UnitYear = { unitId: string; type: string; revenue: number; heads: number };

/** Deals somebody closed in the year; `value` is what was booked on those won. */
export type SellerYear = {
  userId: string;
  unitId: string;
  won: number;
  closed: number;
  value: number;
};

/** Deals that came into a stage, and how many of them went on in time. */
export type StageRates = { unitId: string; stageId: string; recent: Tries; before: Tries };

/** How many of all were about it. */
export type CountPair = { id: string; recent: Tries; before: Tries };
