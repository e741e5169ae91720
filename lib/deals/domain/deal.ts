import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named, Reference } from "@/lib/shared/named";

export type StageKind = "open" | "won" | "lost";

type Core = {
  id: string;
  title: string;
  kind: StageKind;
  stage: Reference;
  customer: Reference | null;
  owner: Reference;
  unit: Reference;
  createdOn: BusinessDate | null;
  engagedOn: BusinessDate | null;
  expectedCloseOn: BusinessDate | null;
  closedOn: BusinessDate | null;
  /** Of the amounts without "base" in their name. */
  currency: string;
  expectedAmount: number | null;
  /** Nobody entered a value; the list price stands in for it. */
  expectedEstimated: boolean;
  expectedBaseAmount: number | null;
  /** Of won deals. */
  bookedAmount: number | null;
  bookedBaseAmount: number | null;
  externalId: string | null;
};

/** A deal as lists and exports show it. */
export type DealRow = Core & {
  products: Named[];
  /** The part of the deal, 0 to 1, its amounts in base currency are for; the other amounts are the whole deal's. */
  share: number;
  /** 0 to 1, of open deals only. */
  probability: number | null;
  /** Base currency, of open deals only. */
  weighted: number | null;
  /** ISO instant. */
  updatedAt: string;
};

/** Everything a deal's page shows of the deal itself. */
export type Deal = Core & {
  version: number;
  sector: string | null;
  /** Base currency for one unit of `currency`. */
  rate: number;
  /** Set by hand on this deal; else the stage's applies. */
  probability: number | null;
  /** Why it was set by hand. */
  probabilityReason: string | null;
  stageProbability: number;
  isShared: boolean;
  lossReason: Reference | null;
  competitor: Reference | null;
  nextStep: string | null;
  nextStepOn: BusinessDate | null;
  source: string | null;
};

/** One product of a deal; the amount is in the deal's currency. */
export type DealLine = { id: string; product: Reference; quantity: number; amount: number | null };

/** A sale booked for a deal; the amount is in base currency. */
export type BookedSale = {
  id: string;
  soldOn: BusinessDate;
  orderNo: string;
  product: Reference | null;
  quantity: number;
  baseAmount: number;
};

/** Sums over all records of a list, in base currency; null where no record has the amount. */
export type DealTotals = {
  count: number;
  /** The deals as the figures count them: a shared one by its share. */
  credit: number;
  open: number;
  won: number;
  lost: number;
  expected: number | null;
  weighted: number | null;
  booked: number | null;
};

/** A rep's part of the credit for a deal: its place `(from, to]` on the line from 0 to 1, decimal texts. */
export type DealShare = { user: Reference; unit: Reference; from: string; to: string };
