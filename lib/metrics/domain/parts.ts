/** Sums and counts of one group of records, from which every figure of that group is computed. */
export type Parts = Readonly<Record<string, number | null>>;
