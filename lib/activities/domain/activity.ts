import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named, Reference } from "@/lib/shared/named";

/** What a follow-up can be. */
export const ACTIVITY_KINDS = [
  "call",
  "visit",
  "meeting",
  "mail",
  "message",
  "proposal",
  "demo",
  "training",
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The kinds by name, where they stand as values of a figure's breakdown. */
export const KIND_NAMES: Record<ActivityKind, Named> = {
  call: { name: "电话", nameEn: "Call" },
  visit: { name: "拜访", nameEn: "Visit" },
  meeting: { name: "会议", nameEn: "Meeting" },
  mail: { name: "邮件", nameEn: "E-mail" },
  message: { name: "消息", nameEn: "Message" },
  proposal: { name: "方案", nameEn: "Proposal" },
  demo: { name: "演示", nameEn: "Demo" },
  training: { name: "培训", nameEn: "Training" },
};

export function isActivityKind(text: string): text is ActivityKind {
  return Object.hasOwn(KIND_NAMES, text);
}

export const ACTIVITY_STATUSES = ["planned", "done"] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** How it went; `unreached`: nobody was there or answered. */
export const ACTIVITY_OUTCOMES = ["positive", "neutral", "negative", "unreached"] as const;
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number];

/** A follow-up as lists, the calendar and its own page show it. */
export type Activity = {
  id: string;
  kind: ActivityKind;
  status: ActivityStatus;
  day: BusinessDate;
  /** HH:MM in the organisation's time zone; null: some time on that day. */
  time: string | null;
  minutes: number | null;
  subject: string | null;
  outcome: ActivityOutcome | null;
  notes: string | null;
  nextStep: string | null;
  nextStepOn: BusinessDate | null;
  /** Null also where the reader does not see it. */
  deal: { id: string; title: string } | null;
  customer: Reference | null;
  /** Who of the customer takes part. */
  contacts: Reference[];
  owner: Reference;
  unit: Reference;
  version: number;
  /** ISO instants. */
  doneAt: string | null;
  updatedAt: string;
};

/** Sums over all records of a list. */
export type ActivityTotals = {
  count: number;
  planned: number;
  overdue: number;
  done: number;
  minutes: number | null;
};
