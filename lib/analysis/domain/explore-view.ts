import type { Grain } from "@/lib/metrics/domain/dimensions";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";
import type { ExploreDimension, Span } from "./explore-choices";
import type { Addressed } from "./gap-view";

/** One figure: of a member, of a time, or of both. */
export type ExploreRow = Addressed & {
  key: string | null;
  name: Named | null;
  /** First day of the week, month …; null without a grain. */
  bucket: BusinessDate | null;
  n: number;
};

export type ExploreView = {
  metric: MeasuredMetric;
  by: ExploreDimension | null;
  grain: Grain | null;
  span: Span;
  dimensions: ExploreDimension[];
  grains: Grain[];
  range: Period;
  whole: Addressed & { n: number };
  /** By time, then the largest first. */
  rows: ExploreRow[];
};
