/** A customer behind a figure. */
export type CustomerRecord = {
  id: string;
  name: string;
  nameEn: string | null;
  /** First sale within the range. */
  firstOn: string;
  /** Distinct orders within the range. */
  orders: number;
};
