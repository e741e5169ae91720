import type { Named } from "@/lib/shared/named";

/** A deal's time in a stage, behind a figure of the stage. */
export type StageEntryRecord = {
  id: string;
  dealId: string;
  title: string;
  stage: Named;
  owner: Named;
  enteredOn: string;
  /** Null while it is still there. */
  leftOn: string | null;
  days: number;
  /** Where it went. */
  next: Named | null;
};
