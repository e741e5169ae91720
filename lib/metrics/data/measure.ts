import type { Tx } from "@/lib/platform/db/access";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { Dimension, Grain, Kept } from "../domain/dimensions";
import {
  type Figure,
  FORMULAS,
  figureOf,
  type MeasuredMetric,
  type Source,
} from "../domain/figure";
import type { Parts } from "../domain/parts";
import { partsRead } from "../domain/parts-read";
import { activeCustomers } from "../sql/active-customers";
import type { BucketCalendar } from "../sql/buckets";
import { closedDeals } from "../sql/closed-deals";
import { createdDeals } from "../sql/created-deals";
import { customerBase } from "../sql/customer-base";
import type { Breakdown, Filter } from "../sql/dimensions";
import { doneActivities } from "../sql/done-activities";
import { dueDeals } from "../sql/due-deals";
import { feedbackFacts } from "../sql/feedback";
import { feedbackInTime, leadsInTime } from "../sql/follow-ups-in-time";
import type { Group, Question } from "../sql/grouped";
import { newCustomers } from "../sql/new-customers";
import { openDeals } from "../sql/open-deals";
import { orders } from "../sql/orders";
import { saleSums, saleSumsOfLines } from "../sql/sale-sums";
import { stageEntries } from "../sql/stage-entries";
import { themeShares } from "../sql/theme-shares";

export type Measurement = {
  metrics: readonly MeasuredMetric[];
  range: Period;
  /** Further ranges answered by the same queries, e.g. the previous period and the same one last year. */
  compare?: readonly Period[];
  by?: Dimension;
  /** Members of the breakdown with a group of their own; the others are one group, `OTHERS`. */
  kept?: Kept;
  /** A second breakdown across the first. */
  across?: Breakdown;
  grain?: Grain;
  where?: Filter;
  /** The day up to which anything is known; open deals are looked at on it at the latest. */
  asOf: BusinessDate;
  calendar: BucketCalendar;
  /** Decimals of the base currency's minor unit. */
  digits: number;
  /** Reads sale lines even where sums are kept of them: for checks of those sums. */
  fromLines?: boolean;
  /** More groups of one source than this are refused with TooManyGroups. */
  most?: number;
};

/** A figure of one group. `range` 0 is the asked one, then those of `compare` in their order. */
export type MeasuredRow = Figure & {
  metric: MeasuredMetric;
  range: number;
  key: string | null;
  across: string | null;
  bucket: string | null;
};

const QUERIES: Record<Source, (tx: Tx, q: Question, m: Measurement) => Promise<Group[]>> = {
  sale: (tx, question, { fromLines, metrics, asOf }) =>
    fromLines
      ? saleSumsOfLines(tx, question)
      : saleSums(tx, question, { needed: partsRead(metrics), asOf }),
  orders,
  feedback: feedbackFacts,
  themeShare: themeShares,
  feedbackInTime: (tx, question, { asOf }) => feedbackInTime(tx, question, asOf),
  leadsInTime: (tx, question, { asOf }) => leadsInTime(tx, question, asOf),
  activeCustomers,
  newCustomers,
  customerBase,
  activity: doneActivities,
  dealClosed: (tx, question, { digits }) => closedDeals(tx, question, digits),
  dealCreated: (tx, question, { digits }) => createdDeals(tx, question, digits),
  dealDue: (tx, question, { asOf }) => dueDeals(tx, question, asOf),
  stageEntry: (tx, question, { asOf }) => stageEntries(tx, question, asOf),
  dealOpen: (tx, question, { asOf, digits }) => openDeals(tx, question, asOf, digits),
};

const groupKey = ({ range, key, across, bucket }: Group) =>
  JSON.stringify([range, key, across, bucket]);

/** Without a breakdown every range has a row, also one without records: nothing sold is 0, not unknown. */
const wholes = ({ ranges }: Question): Group[] =>
  ranges.map((_, range) => ({ range, key: null, across: null, bucket: null, parts: {} }));

/** The groups of one source, for what looks at parts rather than figures. */
export const groupsOf = (tx: Tx, source: Source, question: Question, measurement: Measurement) =>
  QUERIES[source](tx, question, measurement);

/**
 * The one way to a figure. Each source the metrics need is read once, whatever the number of metrics
 * and ranges; a group of a breakdown that has no record of any source has no row.
 */
export async function measure(tx: Tx, measurement: Measurement): Promise<MeasuredRow[]> {
  const { metrics, range, compare = [], by, kept, across, grain, where = {} } = measurement;
  const { calendar, most } = measurement;
  const question: Question = {
    ...{ ranges: [range, ...compare], by, kept, across, grain, where, calendar, most },
  };
  const merged = new Map<string, Group>();
  if (!by && !across && !grain)
    for (const group of wholes(question)) merged.set(groupKey(group), group);
  for (const source of new Set(metrics.flatMap((id) => FORMULAS[id].sources))) {
    for (const group of await QUERIES[source](tx, question, measurement)) {
      const known = merged.get(groupKey(group));
      const parts: Parts = { ...known?.parts, ...group.parts };
      merged.set(groupKey(group), { ...group, parts });
    }
  }
  return [...merged.values()].flatMap(({ parts, ...group }) =>
    metrics.map((metric) => ({ metric, ...group, ...figureOf(metric, parts) })),
  );
}
