import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named, Reference } from "@/lib/shared/named";

/** An open request to take a deal over, as its page shows it; `to` null: whoever of the unit accepts first. */
export type OpenHandOver = {
  id: string;
  from: Reference;
  to: Reference | null;
  unit: Reference;
  dueOn: BusinessDate;
  note: string | null;
};

/** A request to the reader, who does not see the deal yet. */
export type HandOverRequest = {
  id: string;
  dealId: string;
  title: string;
  customer: Named | null;
  stage: Named;
  expectedBaseAmount: number | null;
  from: Reference;
  toMe: boolean;
  dueOn: BusinessDate;
  note: string | null;
};
