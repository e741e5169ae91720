import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { Activity } from "./activity";

/** Words for the values that are keys of messages. */
export type ActivityWords = {
  title: (activity: Activity) => string;
  kind: (kind: Activity["kind"]) => string;
  status: (status: Activity["status"]) => string;
  outcome: (outcome: NonNullable<Activity["outcome"]>) => string;
};

export const ACTIVITY_FIELD_IDS = [
  "title",
  "day",
  "time",
  "kind",
  "status",
  "customer",
  "contacts",
  "deal",
  "subject",
  "outcome",
  "minutes",
  "notes",
  "nextStep",
  "nextStepOn",
  "owner",
  "unit",
  "id",
] as const;
export type ActivityField = (typeof ACTIVITY_FIELD_IDS)[number];

/** Who of the customer takes part, by name. */
export function contactNames({ contacts }: Pick<Activity, "contacts">, locale: string): string {
  return contacts.map((contact) => localName(contact, locale)).join(", ");
}

type Field = Omit<ListField<Activity, ActivityField>, "id">;

/** What a list of follow-ups can show; an export has all of it, in this order. */
export function activityFields(words: ActivityWords): ListField<Activity, ActivityField>[] {
  const text = (value: Field["value"]): Field => ({ type: "text", value });
  const fields: Record<ActivityField, Field> = {
    title: text(words.title),
    day: { type: "date", value: (a) => a.day },
    time: text((a) => a.time),
    kind: text((a) => words.kind(a.kind)),
    status: text((a) => words.status(a.status)),
    customer: text((a, locale) => (a.customer ? localName(a.customer, locale) : null)),
    contacts: text((a, locale) => contactNames(a, locale) || null),
    deal: text((a) => a.deal?.title ?? null),
    subject: text((a) => a.subject),
    outcome: text((a) => a.outcome && words.outcome(a.outcome)),
    minutes: { type: "number", value: (a) => a.minutes },
    notes: text((a) => a.notes),
    nextStep: text((a) => a.nextStep),
    nextStepOn: { type: "date", value: (a) => a.nextStepOn },
    owner: text((a, locale) => localName(a.owner, locale)),
    unit: text((a, locale) => localName(a.unit, locale)),
    id: text((a) => a.id),
  };
  return ACTIVITY_FIELD_IDS.map((id) => ({ id, ...fields[id] }));
}
