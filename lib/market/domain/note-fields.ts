import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";
import type { Credibility, Impact, MarketNote, NoteKind } from "./note";

/** The words a field's value needs. */
export type NoteWords = {
  kind: (kind: NoteKind) => string;
  impact: (impact: Impact) => string;
  credibility: (credibility: Credibility) => string;
};

export type NoteField =
  | "title"
  | "kind"
  | "happenedOn"
  | "impact"
  | "competitor"
  | "product"
  | "region"
  | "price"
  | "currency"
  | "credibility"
  | "author"
  | "text"
  | "sourceUrl"
  | "id";

type Field = ListField<MarketNote, NoteField>;

const named =
  (pick: (note: MarketNote) => Named | null): Field["value"] =>
  (note, locale) => {
    const found = pick(note);
    return found ? localName(found, locale) : null;
  };

/** What a list of market notes can show; an export has all of it, in this order. */
export function noteFields(words: NoteWords): readonly Field[] {
  return [
    { id: "title", type: "text", value: (note) => note.title },
    { id: "kind", type: "text", value: (note) => words.kind(note.kind) },
    { id: "happenedOn", type: "date", value: (note) => note.happenedOn },
    { id: "impact", type: "text", value: (note) => words.impact(note.impact) },
    { id: "competitor", type: "text", value: named((note) => note.competitor) },
    { id: "product", type: "text", value: named((note) => note.product) },
    { id: "region", type: "text", value: named((note) => note.region) },
    { id: "price", type: "number", value: (note) => note.price },
    { id: "currency", type: "text", value: (note) => note.currency },
    { id: "credibility", type: "text", value: (note) => words.credibility(note.credibility) },
    { id: "author", type: "text", value: named((note) => note.author) },
    { id: "text", type: "text", value: (note) => note.text },
    { id: "sourceUrl", type: "text", value: (note) => note.sourceUrl },
    { id: "id", type: "text", value: (note) => note.id },
  ];
}
