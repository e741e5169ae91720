import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { Activity } from "./activity";

type Id =
  | "id"
  | "day"
  | "time"
  | "kind"
  | "status"
  | "customer"
  | "deal"
  | "subject"
  | "outcome"
  | "minutes"
  | "notes"
  | "nextStep"
  | "nextStepOn"
  | "owner"
  | "unit";

/** Words for the values that are keys of messages. */
export type ActivityWords = {
  kind: (kind: Activity["kind"]) => string;
  status: (status: Activity["status"]) => string;
  outcome: (outcome: NonNullable<Activity["outcome"]>) => string;
};

/** What an export of follow-ups contains, in its order. */
export function activityExport(words: ActivityWords): readonly ListField<Activity, Id>[] {
  return [
    { id: "day", type: "date", value: (a) => a.day },
    { id: "time", type: "text", value: (a) => a.time },
    { id: "kind", type: "text", value: (a) => words.kind(a.kind) },
    { id: "status", type: "text", value: (a) => words.status(a.status) },
    {
      id: "customer",
      type: "text",
      value: (a, locale) => (a.customer ? localName(a.customer, locale) : null),
    },
    { id: "deal", type: "text", value: (a) => a.deal?.title ?? null },
    { id: "subject", type: "text", value: (a) => a.subject },
    { id: "outcome", type: "text", value: (a) => a.outcome && words.outcome(a.outcome) },
    { id: "minutes", type: "number", value: (a) => a.minutes },
    { id: "notes", type: "text", value: (a) => a.notes },
    { id: "nextStep", type: "text", value: (a) => a.nextStep },
    { id: "nextStepOn", type: "date", value: (a) => a.nextStepOn },
    { id: "owner", type: "text", value: (a, locale) => localName(a.owner, locale) },
    { id: "unit", type: "text", value: (a, locale) => localName(a.unit, locale) },
    { id: "id", type: "text", value: (a) => a.id },
  ];
}
