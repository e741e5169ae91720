import type { About } from "./candidate";
import type { Evidence } from "./evidence";
import type { FindingStatus } from "./kinds";

/**
 * What makes a finding the same one when it is found again: its rule, its unit and what it is about.
 * New figures change a finding, never its identity.
 */
export function fingerprintOf(about: About, evidence: Evidence): string {
  const { unitId, userId, productId, stageId, themeId, competitorId } = about;
  const problem = evidence.kind === "data_problem" ? evidence.problem : undefined;
  const subjects = [unitId, userId, productId, stageId, themeId, competitorId, problem];
  return [evidence.kind, ...subjects.filter((part) => part !== undefined)].join("/");
}

/**
 * A dismissed finding returns when it is worse by half than on the day it was dismissed, in the measure
 * of its kind (money missing, or the distance of a rate).
 */
const RETURNS_FROM = 1.5;

export type Known = { status: FindingStatus; dismissedSeverity: number | null };

/** Where a finding stands once it is found again, and whether that is news. */
export function foundAgain(known: Known | undefined, severity: number): Again {
  if (!known) return { status: "proposed", fresh: true };
  const { status, dismissedSeverity } = known;
  if (status !== "dismissed") return { status, fresh: false };
  const worse = dismissedSeverity !== null && severity > RETURNS_FROM * dismissedSeverity;
  return worse ? { status: "proposed", fresh: true } : { status, fresh: false };
}

type Again = { status: FindingStatus; fresh: boolean };
