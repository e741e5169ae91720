import type { Tries } from "@/lib/analysis/domain/beta-binomial";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { DataProblem } from "./ruled";

/** The figures behind a finding, kept as they were on the day it was found. */
export type Evidence =
  | ProductEvidence
  | UnitEvidence
  | WinRateEvidence
  | RateEvidence
  | TargetEvidence
  | DataEvidence;

export type ProductEvidence = {
  kind: "product_low";
  months: readonly BusinessDate[];
  /** Its revenue against that of all other products, 1 = its level in the first half of the time. */
  index: readonly number[];
  revenue: readonly number[];
  tau: number;
};

export type UnitEvidence = {
  kind: "unit_low";
  period: Period;
  revenue: number;
  expected: number;
  heads: number;
  z: number;
  /** Revenue of each peer ÷ what its size lets expect: no amounts, which not every reader may see. */
  peers: readonly { unitId: string; share: number }[];
};

export type WinRateEvidence = {
  kind: "win_rate_low";
  period: Period;
  won: number;
  closed: number;
  /** Drawn towards the peers' mean by their spread. */
  shrunk: number;
  peerRate: number;
  peers: number;
};

export type RateEvidence = {
  kind: "stage_leak" | "theme_rising" | "competitor_rising";
  recent: Period & Tries;
  before: Period & Tries;
};

export type TargetEvidence = {
  kind: "target_at_risk";
  period: Period;
  target: number;
  actual: number;
  expected: number;
  landing: number | null;
};

export type DataEvidence = {
  kind: "data_problem";
  problem: DataProblem;
  count: number;
  of: number;
};
