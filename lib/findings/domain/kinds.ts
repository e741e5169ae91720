/** Findings with a test behind them: a chance that there is nothing, held against all tests of a run. */
export const TESTED_KINDS = [
  "product_low",
  "unit_low",
  "win_rate_low",
  "stage_leak",
  "theme_rising",
  "competitor_rising",
] as const;

/** Findings by a plain rule: what is late or missing is so, without chance. */
export const RULED_KINDS = ["target_at_risk", "data_problem"] as const;

/** `own`: somebody wrote it. */
export const FINDING_KINDS = [...TESTED_KINDS, ...RULED_KINDS, "own"] as const;

export type TestedKind = (typeof TESTED_KINDS)[number];
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a list shows: tested findings with those people wrote, those by plain rules apart, or all. */
export const FINDING_BASES = ["tested", "ruled", "all"] as const;

export function isTested(kind: FindingKind): kind is TestedKind {
  return (TESTED_KINDS as readonly string[]).includes(kind);
}

export const FINDING_STATUSES = ["proposed", "confirmed", "dismissed", "merged"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];
