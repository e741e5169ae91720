/** Days in a stage, both included, as open deals are told apart: up to 30, 60, 90, and more. */
export const STAGE_AGES = [
  { from: 0, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 90 },
  { from: 91, to: null },
] as const;
