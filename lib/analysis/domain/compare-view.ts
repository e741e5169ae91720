import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";
import type { Compared, CompareMetric, Norm } from "./compare-choices";
import type { Interval } from "./figure-interval";
import type { Addressed } from "./gap-view";

/** One member beside the others; `value` is the figure after the norm. */
export type ComparedMember = {
  key: string;
  name: Named | null;
  value: number;
  /** The figure as it is, with the page that explains it. */
  figure: Addressed;
  /** What the figure is divided by, or grows from; left out where it stays as it is. */
  divisor?: number | null;
  /** Of growth: the page of the figure a year before. */
  lastYear?: FigureAddress;
  /** Members of the same kind are held against each other. */
  kind: string;
  n: number;
  interval: Interval | null;
  /** Median of the most similar members and their names. */
  peers: { median: number | null; keys: string[]; names: (Named | null)[] };
  /** Robust z among all of the same kind. */
  z: number | null;
  isOutlier: boolean;
  /** The figure by week (by month of a year); of a sum what a day brought, per head where the norm is. */
  course: (number | null)[];
};

export type CompareView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  metric: CompareMetric;
  of: Compared;
  norm: Norm;
  kinds: Compared[];
  norms: Norm[];
  /** Best first: by the metric's own direction. */
  members: ComparedMember[];
  /** All that were compared, also those not listed. */
  all: { key: string; name: Named | null; value: number; kind: string }[];
  /** Members beyond those listed. */
  more: number;
  /** Left out because nothing is known of them a year before, or nobody works there. */
  without: number;
  median: number | null;
  /** The weeks (months of a year) of a course by their first day, and the median of all members in each. */
  grain: "week" | "month";
  times: BusinessDate[];
  medianCourse: (number | null)[];
  /** How the interval is found. */
  method: "weeks" | "wilson";
};
