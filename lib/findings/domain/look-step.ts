/** What a look for findings does, in this order. */
export const LOOK_STEPS = [
  "products",
  "units",
  "people",
  "voice",
  "targets",
  "data",
  "saving",
] as const;
export type LookStep = (typeof LOOK_STEPS)[number];
