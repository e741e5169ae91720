import { z } from "zod";
import { DIMENSIONS, GRAINS } from "@/lib/metrics/domain/dimensions";
import { hrefWith, idParam, PAGE_SIZES, param, type SearchParams } from "@/lib/shared/list-params";
import { COMPARE_METRICS, COMPARED, NORMS } from "./domain/compare-choices";
import { CUSTOMER_MONTHS } from "./domain/customers-view";
import { HOUR_COSTS } from "./domain/effort-view";
import { EXPLORED, SPANS, TOPS } from "./domain/explore-choices";
import { GAP_BASES, GAP_DIMENSIONS, GAP_METRICS } from "./domain/gap-choices";
import { INACTIVE_TIMES } from "./domain/inactive";
import { RFM_SEGMENTS } from "./domain/rfm";
import { TREND_METRICS } from "./domain/trends-view";
import { WORKED_TABS } from "./domain/working";

/** What all pages of the analysis have in their address: whose figures, and of when. */
export const analysisParams = z.object({ unit: idParam, period: param(z.string().max(20)) });
export type AnalysisParams = z.infer<typeof analysisParams>;

/** The page that explains a gap: which figure against what, split by what and by what across, limited to what. */
export const gapParams = analysisParams.extend({
  metric: param(z.enum(GAP_METRICS)),
  against: param(z.enum(GAP_BASES)),
  by: param(z.enum(GAP_DIMENSIONS)),
  across: param(z.enum(GAP_DIMENSIONS)),
  rep: idParam,
  product: idParam,
  category: idParam,
  customer: idParam,
  sector: param(z.string().max(200)),
  segment: idParam,
});
export type GapParams = z.infer<typeof gapParams>;

/** The page that compares: which figure, of whom, made comparable how; small charts on one scale or each on its own. */
export const compareParams = analysisParams.extend({
  metric: param(z.enum(COMPARE_METRICS)),
  of: param(z.enum(COMPARED)),
  norm: param(z.enum(NORMS)),
  scale: param(z.enum(["same", "own"])),
  page: param(z.coerce.number().int().min(1).max(1000)),
});
export type CompareParams = z.infer<typeof compareParams>;

/**
 * The explorer: which metric by what, over which time, as a chart or a table; of how many of the largest
 * members (`top`), in a table of members one page of them.
 */
export const exploreParams = analysisParams.extend({
  metric: param(z.enum(EXPLORED)),
  by: param(z.enum(DIMENSIONS)),
  grain: param(z.enum(GRAINS)),
  span: param(z.enum(SPANS)),
  show: param(z.enum(["chart", "table"])),
  top: param(z.coerce.number().pipe(z.literal([...TOPS]))),
  size: param(z.coerce.number().pipe(z.literal(PAGE_SIZES))),
  page: param(z.coerce.number().int().min(1).max(1_000_000)),
});
export type ExploreParams = z.infer<typeof exploreParams>;

export const EXPLORE_PATH = "/analysis/explore";
export const parseExplore = (search: SearchParams): ExploreParams => exploreParams.parse(search);
export const exploreHref = (params: ExploreParams): string => hrefWith(EXPLORE_PATH, params);

/** The page of customers: over how many months, which segment, and after how many own gaps one is silent. */
export const customersParams = analysisParams.extend({
  months: param(z.coerce.number().pipe(z.literal([...CUSTOMER_MONTHS]))),
  segment: param(z.enum(RFM_SEGMENTS)),
  times: param(z.coerce.number().pipe(z.literal([...INACTIVE_TIMES]))),
  page: param(z.coerce.number().int().min(1).max(10_000)),
});
export type CustomersParams = z.infer<typeof customersParams>;

/** The page of trends: of what, and of which product alone. */
export const trendsParams = analysisParams.extend({
  metric: param(z.enum(TREND_METRICS)),
  product: idParam,
});
export type TrendsParams = z.infer<typeof trendsParams>;

/** The page of effort and outcome: whose hours, and what one costs. */
export const effortParams = analysisParams.extend({
  by: param(z.enum(["rep", "branch"])),
  cost: param(z.coerce.number().pipe(z.literal([...HOUR_COSTS]))),
});
export type EffortParams = z.infer<typeof effortParams>;

/** How a figure of a page was worked out: of which page, which figure, and which page of its parts. */
export const workingParams = z.object({
  tab: z.enum(WORKED_TABS),
  at: z.string().min(1).max(300),
  rows: param(z.coerce.number().int().min(1).max(1_000_000)),
});
export type WorkingParams = z.infer<typeof workingParams>;
