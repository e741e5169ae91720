import type { StageKind } from "@/lib/deals/domain/deal";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

export type StageChoice = Reference & {
  kind: StageKind;
  /** Share of deals in this stage that are won, 0 to 1. */
  probability: number;
};
export type ReasonChoice = Reference & { isNoDecision: boolean };

/** What the forms of a deal offer; the lists are short, customers and products are looked up. */
export type DealChoices = {
  today: BusinessDate;
  baseCurrency: string;
  /** The base currency first, then those with a rate. */
  currencies: string[];
  /** In use, in the order of the pipeline. */
  stages: StageChoice[];
  reasons: ReasonChoice[];
  competitors: Reference[];
  /** Whether the person may give deals to others. */
  leads: boolean;
};
