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
  n: number;
  interval: Interval | null;
  /** Median of the most similar members and their names. */
  peers: { median: number | null; names: (Named | null)[] };
  /** Robust z among all of the same kind. */
  z: number | null;
  isOutlier: boolean;
  /** The figure by week (by month of a year); of a sum what a day brought. */
  course: (number | null)[];
};

export type CompareView = {
  metric: CompareMetric;
  of: Compared;
  norm: Norm;
  kinds: Compared[];
  norms: Norm[];
  /** Best first: by the metric's own direction. */
  members: ComparedMember[];
  /** Members beyond those listed. */
  more: number;
  /** Left out because nothing is known of them a year before, or nobody works there. */
  without: number;
  median: number | null;
  /** How the interval is found. */
  method: "weeks" | "wilson";
};
