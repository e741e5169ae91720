import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { FeedbackRow } from "./feedback";

/** The words a field's value needs. */
export type FeedbackWords = {
  kind: (kind: FeedbackRow["kind"]) => string;
  channel: (channel: FeedbackRow["channel"]) => string;
  severity: (severity: NonNullable<FeedbackRow["severity"]>) => string;
  status: (status: FeedbackRow["status"]) => string;
};

type Field = ListField<FeedbackRow, FeedbackField>;

export type FeedbackField =
  | "text"
  | "kind"
  | "score"
  | "themes"
  | "customer"
  | "deal"
  | "product"
  | "competitor"
  | "severity"
  | "status"
  | "channel"
  | "contact"
  | "givenOn"
  | "owner"
  | "unit"
  | "responseDays"
  | "resolutionDays"
  | "id";

const named =
  (pick: (row: FeedbackRow) => { name: string; nameEn: string | null } | null): Field["value"] =>
  (row, locale) => {
    const found = pick(row);
    return found ? localName(found, locale) : null;
  };

/** What a list of feedback can show; an export has all of it, in this order. */
export function feedbackFields(words: FeedbackWords): readonly Field[] {
  return [
    { id: "text", type: "text", value: (row) => row.text },
    { id: "kind", type: "text", value: (row) => words.kind(row.kind) },
    { id: "score", type: "number", value: (row) => row.score },
    {
      id: "themes",
      type: "text",
      value: (row, locale) =>
        row.themes.map((theme) => localName(theme, locale)).join("; ") || null,
    },
    { id: "customer", type: "text", value: named((row) => row.customer) },
    { id: "deal", type: "text", value: (row) => row.deal?.title ?? null },
    { id: "product", type: "text", value: named((row) => row.product) },
    { id: "competitor", type: "text", value: named((row) => row.competitor) },
    {
      id: "severity",
      type: "text",
      value: (row) => (row.severity ? words.severity(row.severity) : null),
    },
    { id: "status", type: "text", value: (row) => words.status(row.status) },
    { id: "channel", type: "text", value: (row) => words.channel(row.channel) },
    { id: "contact", type: "text", value: (row) => row.contact },
    { id: "givenOn", type: "date", value: (row) => row.givenOn },
    { id: "owner", type: "text", value: named((row) => row.owner) },
    { id: "unit", type: "text", value: named((row) => row.unit) },
    { id: "responseDays", type: "number", value: (row) => row.responseDays },
    { id: "resolutionDays", type: "number", value: (row) => row.resolutionDays },
    { id: "id", type: "text", value: (row) => row.id },
  ];
}
