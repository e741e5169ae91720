/** What a figure can be broken down and filtered by. */
export const DIMENSIONS = [
  "rep",
  "manager",
  "unit",
  "region",
  "product",
  "category",
  "customer",
  "sector",
  "segment",
  "stage",
  "lossReason",
  "competitor",
  "theme",
  "activityKind",
] as const;

/** `branch`: the units directly below the unit looked at, each with all below it. */
export type Dimension = (typeof DIMENSIONS)[number] | "branch";

export const GRAINS = ["day", "week", "month", "quarter", "year"] as const;
export type Grain = (typeof GRAINS)[number];

/**
 * Members of a breakdown that keep a group of their own; all others are one group with the key `OTHERS`.
 * `null` stands for records without one.
 */
export type Kept = readonly (string | null)[];

/** No id and nothing a person can type. */
export const OTHERS = "\u0001others";

/** What a figure can be limited to; `unit` is with all below it, `direct` the unit's own records only. */
export type FilterName = (typeof DIMENSIONS)[number] | "direct";
