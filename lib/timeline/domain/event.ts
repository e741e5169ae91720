import type { ActivityKind, ActivityOutcome } from "@/lib/activities/domain/activity";
import type { StageKind } from "@/lib/deals/domain/deal";
import type { FeedbackKind } from "@/lib/feedback/domain/feedback";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { Named, Reference } from "@/lib/shared/named";

/** What a timeline tells of, each with a filter of its own. */
export const EVENT_KINDS = [
  "activity",
  "change",
  "feedback",
  "comment",
  "sale",
  "handOver",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What a deal was at a time. */
export type DealState = {
  stage: Named & { kind: StageKind };
  amount: number | null;
  expectedClose: BusinessDate | null;
  owner: Named;
  unit: Named;
};

type Told = {
  activity: {
    kind: ActivityKind;
    subject: string | null;
    notes: string | null;
    outcome: ActivityOutcome | null;
  };
  /** `before` is null where the deal begins. */
  change: { before: DealState | null; after: DealState };
  feedback: { kind: FeedbackKind; score: number | null; text: string | null };
  /** Mentions are `@{id}`. */
  comment: { body: string };
  sale: { orderNo: string; amount: number; lines: number };
  handOver: {
    step: "asked" | "accepted" | "declined" | "withdrawn";
    to: Named | null;
    unit: Named;
    note: string | null;
  };
};

export type EventOf<Kind extends EventKind> = {
  kind: Kind;
  /** Of the record it leads to; of a comment, the comment's. */
  id: string;
  day: BusinessDate;
  /** Who did it; null for jobs and imports. */
  who: Reference | null;
  /** The deal it is about. */
  deal: { id: string; title: string } | null;
  told: Told[Kind];
};

/** Something that happened with a deal or a customer. */
export type TimelineEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind];

const FIELDS = ["stage", "amount", "expectedClose", "owner", "unit"] as const;
export type ChangedField = (typeof FIELDS)[number];

const plain = (value: unknown) => JSON.stringify(value);

/** What differs between two states of a deal; nothing where it begins. */
export function changedFields({ before, after }: Told["change"]): ChangedField[] {
  return before ? FIELDS.filter((field) => plain(before[field]) !== plain(after[field])) : [];
}

/** Events shown at first, and with each "show more". */
const STEP = 15;
export const MOST_EVENTS = 300;

/** How many more a timeline of `shown` events shows next; null at its end or where it is long enough. */
export function nextLimit(shown: number, more: boolean): number | null {
  return more && shown < MOST_EVENTS ? Math.min(MOST_EVENTS, shown + 2 * STEP) : null;
}

export const FIRST_EVENTS = STEP;
