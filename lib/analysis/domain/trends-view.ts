import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { ChartNote } from "@/lib/market/domain/numbered-notes";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named, Reference } from "@/lib/shared/named";

/** What a course can be looked at of; the first is the usual choice. */
export const TREND_METRICS = ["revenue", "units"] as const;
export type TrendMetric = (typeof TREND_METRICS)[number];

export type TrendMonth = {
  /** Its first day. */
  month: BusinessDate;
  value: number;
  /** Without the season. */
  adjusted: number;
  trend: number;
};

export type Shift = { month: BusinessDate; change: number };

export type LowProduct = {
  key: string;
  name: Named | null;
  /** Against the other products, 1 is its former level. */
  index: number[];
  tau: number;
  /** False discoveries among all that fall as clearly, at most. */
  q: number;
  /** The mean of the last months against the former level. */
  level: number;
  isLow: boolean;
  /** Sales of the last twelve months. */
  sold: number;
};

/** All of the page of trends, from one snapshot. */
export type TrendsView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  where: FigureAddress["where"];
  metric: TrendMetric;
  /** The product that is looked at alone. */
  product: Reference | null;
  months: TrendMonth[];
  /** By calendar month, January first; null below two years. */
  seasons: { month: number; factor: number }[] | null;
  shifts: Shift[];
  products: LowProduct[];
  /** How many products were old enough to be judged. */
  judged: number;
  notes: ChartNote[];
};
