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

/** What a figure can be limited to; `unit` is with all below it, `direct` the unit's own records only. */
export type FilterName = (typeof DIMENSIONS)[number] | "direct";
