import type { Activity } from "@/lib/activities/domain/activity";
import type { DealRow } from "@/lib/deals/domain/deal";
import type { FeedbackRow } from "@/lib/feedback/domain/feedback";
import type { CustomerRecord } from "@/lib/metrics/domain/customer-record";
import type { FilterName } from "@/lib/metrics/domain/dimensions";
import type { Figure } from "@/lib/metrics/domain/figure";
import type { StageEntryRecord } from "@/lib/metrics/domain/stage-entry-record";
import type { SaleRow } from "@/lib/sales/domain/sale";
import type { Named } from "@/lib/shared/named";
import type { Standing } from "@/lib/targets/domain/standing";
import type { FigureAddress } from "./figure-link";

type Paged = { page: number; pages: number };

/** The first records behind a figure; `href` is the list of all of them. Those without a list come in pages. */
export type Records =
  | { kind: "sales"; rows: SaleRow[]; href: string }
  | { kind: "deals"; rows: DealRow[]; href: string }
  | { kind: "feedback"; rows: FeedbackRow[]; href: string }
  | { kind: "activities"; rows: Activity[]; href: string }
  | ({ kind: "customers"; rows: CustomerRecord[] } & Paged)
  | ({ kind: "stageEntries"; rows: StageEntryRecord[] } & Paged);

/** Another figure that this one is made of. */
export type FigurePart = {
  address: FigureAddress;
  value: number | null;
  /** Whose it is, where the parts are those of several. */
  name?: Named | null;
  /** How much of the figure it makes up, where parts are weighed. */
  share?: number;
};

/** A figure with what it is limited to, in words, what it is made of, and its records. */
export type ExplainedFigure = {
  address: FigureAddress;
  figure: Figure;
  filters: { dimension: FilterName; label: Named | null }[];
  /** The figures a compared one or one against a target is computed from. */
  parts: FigurePart[];
  /** Null where there is nothing to list: a target, or time. */
  records: Records | null;
  /** Of a compared figure: the list of the records of what it is held against. */
  baseHref?: string;
  /** Of a figure against a target: where the target is set. */
  targetsHref?: string;
  /** Of a KPI with a target: how it stands against it, and the address of its attainment. */
  standing?: { standing: Standing; address: FigureAddress };
};
