import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { ClosedDeals } from "@/lib/metrics/domain/deal-bridge";
import type { Named } from "@/lib/shared/named";
import type { BridgeProduct } from "./bridge-working";
import type { Side } from "./contributions";
import type { Drill, GapBase, GapDimension, GapMetric } from "./gap-choices";

/** A figure with the page that explains it. */
export type Addressed = { value: number | null; address: FigureAddress };

/** What one member adds to the gap. `key` is null for records without one. */
export type GapMember = {
  key: string | null;
  name: Named | null;
  /** What the unit looked at sold itself, beside the units below it. */
  direct: boolean;
  now: Addressed;
  /** Null where the member has no target. */
  base: Addressed | null;
  contribution: number;
  /** Of a quotient: what it is made of now and then. */
  sides?: Sides;
};

/** Numerators and denominators of both figures. */
export type Sides = { now: Side | null; base: Side | null };

/** The gap split by one dimension, the largest part first whatever its sign. */
export type GapSplit = {
  by: GapDimension;
  base: GapBase;
  now: Addressed;
  against: Addressed;
  gap: number;
  members: GapMember[];
  /** Members too many to be listed, and what no member accounts for. */
  others: number;
  othersCount: number;
  rest: number;
  sides?: Sides;
};

/** The largest causes of one dimension, in the direction of the gap. */
export type Causes = { by: GapDimension; base: GapBase; members: GapMember[] };

/** A member as the head of a row or column; all others together have no name. */
export type CrossMember = Pick<GapMember, "key" | "name" | "direct"> & { others: boolean };

/** A figure with the page that explains it, where it has one. */
export type Shown = { value: number | null; address?: FigureAddress };

/** What one member of each of two breakdowns adds; null where neither time has a record of both. */
export type CrossCell = {
  contribution: number;
  now: Shown;
  base: Shown | null;
  sides: Sides;
} | null;

/** A gap split by two things at once: all cells sum to it exactly. */
export type GapCross = {
  by: GapDimension;
  across: GapDimension;
  /** What can stand across. */
  choices: GapDimension[];
  /** The gap split by the rows alone. */
  split: GapSplit;
  gap: number;
  rows: CrossMember[];
  columns: CrossMember[];
  /** By row and column. */
  cells: CrossCell[][];
};

export type Drilled = { dimension: Drill; key: string; name: Named | null };

export type GapView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  metric: GapMetric;
  bases: GapBase[];
  dimensions: GapDimension[];
  /** Null where one of the two figures is undefined, e.g. nothing is known of the year before. */
  split: GapSplit | null;
  /** The same gap by every dimension that is looked at. */
  splits: GapSplit[];
  causes: Causes[];
  cross: GapCross | null;
  drilled: Drilled[];
  bridges: Bridges | null;
};

/** Bars of a difference in money, each with the figure it can be opened as. */
export type Bar = { id: string; amount: number; count?: number };

export type Bridge = {
  before: Addressed;
  now: Addressed;
  bars: Bar[];
  /** What the bars are worked out from: products, sales to nobody by name, closed deals. */
  products?: BridgeProduct[];
  unnamed?: { before: number; now: number };
  closed?: { before: ClosedDeals; now: ClosedDeals };
};

/** Revenue and won amounts against an earlier period. */
export type Bridges = {
  base: Exclude<GapBase, "target">;
  price: Bridge;
  customers: Bridge;
  deals: Bridge | null;
};
