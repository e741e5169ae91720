import type { Evidence } from "./evidence";
import type { TestedKind } from "./kinds";

/** What a finding is about; the unit is the one whose manager should know. */
export type About = {
  unitId: string;
  userId?: string;
  productId?: string;
  stageId?: string;
  themeId?: string;
  competitorId?: string;
};

/** Something a rule has looked at, whether it is worth telling or not: all tests of a run count. */
export type Candidate = {
  kind: TestedKind;
  about: About;
  /** The chance of figures like these, or worse, if nothing is the matter. */
  p: number;
  /** What the figures rest on: months, units, deals or entries. */
  n: number;
  /** Money missing in a year, in the base currency; null where it has no price. */
  size: number | null;
  /** How bad, in the measure of its kind: money, or a rate's distance. Only compared with itself. */
  severity: number;
  /** Large enough to matter, whatever the chance. */
  matters: boolean;
  evidence: Evidence;
};
