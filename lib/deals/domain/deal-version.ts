import type { BusinessDate } from "@/lib/shared/business-date";
import type { StageKind } from "./deal";

/** A deal as somebody is about to change it: locked, with what decides whether and how it may change. */
export type LockedDeal = {
  id: string;
  title: string;
  version: number;
  kind: StageKind;
  stageId: string;
  ownerId: string;
  unitId: string;
  customerId: string | null;
  currency: string;
  /** Decimal texts, exact. */
  rate: string;
  expectedAmount: string | null;
  bookedAmount: string | null;
  bookedBaseAmount: string | null;
  createdOn: BusinessDate | null;
  expectedCloseOn: BusinessDate | null;
  closedOn: BusinessDate | null;
  isShared: boolean;
};
