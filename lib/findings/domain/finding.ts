import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";
import type { Evidence } from "./evidence";
import type { FindingKind, FindingStatus } from "./kinds";

/** One finding, as lists and its page show it. */
export type Finding = {
  id: string;
  version: number;
  kind: FindingKind;
  status: FindingStatus;
  title: string;
  titleEn: string | null;
  note: string | null;
  unit: Reference;
  user: Reference | null;
  product: Reference | null;
  stage: Reference | null;
  theme: Reference | null;
  competitor: Reference | null;
  evidence: Evidence | null;
  /** Money missing in a year, in base currency. */
  size: number | null;
  n: number | null;
  p: number | null;
  q: number | null;
  foundOn: BusinessDate;
  /** False once a later look does not find it. */
  current: boolean;
  reason: string | null;
  mergedInto: Reference | null;
  decidedBy: Reference | null;
  createdBy: Reference | null;
};

export type FindingTotals = {
  count: number;
  proposed: number;
  confirmed: number;
  /** Money missing by the open ones. */
  size: number;
  /** Open ones by plain rules, whatever is filtered. */
  ruled: number;
};
