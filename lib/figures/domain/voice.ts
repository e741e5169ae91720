import type { NpsInterval } from "@/lib/metrics/domain/nps-interval";
import type { Reference } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";

/** The figures at the top of the list of feedback. */
export const VOICE_METRICS = [
  "nps",
  "csat",
  "ces",
  "follow_up_rate",
  "resolution_time",
  "competitor_mentions",
] as const;
export type VoiceMetric = (typeof VOICE_METRICS)[number];

/** What customers say over three months, and over the three before. */
export type VoiceOverview = {
  range: Period;
  /** What the range is held against. */
  before: Period;
  interval: NpsInterval | null;
  figures: { metric: VoiceMetric; value: number | null; n: number; before: number | null }[];
  /** What is named most, at most six; `change` in parts of 1. */
  themes: { theme: Reference; share: number | null; change: number | null }[];
};
