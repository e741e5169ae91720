import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

export const KINDS = [
  "nps",
  "csat",
  "ces",
  "complaint",
  "praise",
  "suggestion",
  "lost_deal",
] as const;
export type FeedbackKind = (typeof KINDS)[number];

/** Kinds with a score on a scale of their own; both ends are included. */
export const SCALES = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
} as const;
export type Survey = keyof typeof SCALES;
export const SURVEYS = Object.keys(SCALES) as Survey[];

export const CHANNELS = ["visit", "phone", "message", "email", "store", "online", "form"] as const;
export type Channel = (typeof CHANNELS)[number];

/** `form` is for answers of the public form only. */
export const TYPED_CHANNELS = CHANNELS.filter((channel) => channel !== "form");

export const STATUSES = ["new", "acknowledged", "resolved"] as const;
export type FeedbackStatus = (typeof STATUSES)[number];

export const SEVERITIES = ["low", "medium", "high"] as const;
export type Severity = (typeof SEVERITIES)[number];

export function isSurvey(kind: FeedbackKind): kind is Survey {
  return Object.hasOwn(SCALES, kind);
}

/** The scores of a survey from worst to best: of CES too, where 7 is least effort. */
export function scoresOf(survey: Survey): number[] {
  const { min, max } = SCALES[survey];
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

export type Mood = "good" | "neutral" | "bad";

/** Promoters are 9 and 10, detractors 0 to 6. */
const GOOD_FROM = { nps: 9, csat: 4, ces: 6 };
const BAD_TO = { nps: 6, csat: 2, ces: 3 };

/** Is it good or bad news? Surveys by their score, the others by their kind. */
export function moodOf(kind: FeedbackKind, score: number | null): Mood {
  if (!isSurvey(kind)) {
    if (kind === "praise") return "good";
    return kind === "suggestion" ? "neutral" : "bad";
  }
  if (score === null) return "neutral";
  if (score >= GOOD_FROM[kind]) return "good";
  return score <= BAD_TO[kind] ? "bad" : "neutral";
}

/** One row of the list. */
export type FeedbackRow = {
  id: string;
  kind: FeedbackKind;
  channel: Channel;
  score: number | null;
  text: string | null;
  severity: Severity | null;
  status: FeedbackStatus;
  givenOn: BusinessDate;
  contact: string | null;
  customer: Reference | null;
  deal: { id: string; title: string } | null;
  product: Reference | null;
  competitor: Reference | null;
  owner: Reference;
  unit: Reference;
  themes: Reference[];
  /** From receiving it, in days; null while nobody has. */
  responseDays: number | null;
  resolutionDays: number | null;
};

export type FeedbackTotals = {
  count: number;
  fresh: number;
  acknowledged: number;
  resolved: number;
  complaints: number;
};

/** All there is about one piece of feedback. */
export type FeedbackDetail = FeedbackRow & {
  version: number;
  receivedAt: string;
  acknowledgedAt: string | null;
  acknowledgedBy: Reference | null;
  answer: string | null;
  resolvedAt: string | null;
  resolvedBy: Reference | null;
  resolution: string | null;
  themesConfirmedBy: Reference | null;
  themesConfirmed: boolean;
  createdBy: Reference | null;
  /** It came through the public form. */
  viaForm: boolean;
};
