/** A customer behind a figure. */
export type CustomerRecord = {
  id: string;
  name: string;
  nameEn: string | null;
  /** First sale within the range, or within the earlier one. */
  firstOn: string;
  /** Distinct orders within the range. */
  orders: number;
  /** Whether there was an order later too; null where that is not asked. */
  again: boolean | null;
};
