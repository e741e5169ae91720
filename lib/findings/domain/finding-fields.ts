import type { ListField } from "@/lib/shared/list-field";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";
import type { Finding } from "./finding";
import type { FindingKind, FindingStatus } from "./kinds";

/** The words a field's value needs. */
export type FindingWords = {
  kind: (kind: FindingKind) => string;
  status: (status: FindingStatus) => string;
};

export type FindingField =
  | "title"
  | "kind"
  | "status"
  | "size"
  | "n"
  | "p"
  | "q"
  | "unit"
  | "person"
  | "product"
  | "foundOn"
  | "reason"
  | "note"
  | "id";

const nameIn = (named: Named | null, locale: string) => (named ? localName(named, locale) : null);

/** What a list of findings can show; an export has all of it, in this order. */
export function findingFields(words: FindingWords): readonly ListField<Finding, FindingField>[] {
  return [
    { id: "title", type: "text", value: (f, locale) => findingName(f, locale) },
    { id: "kind", type: "text", value: ({ kind }) => words.kind(kind) },
    { id: "status", type: "text", value: ({ status }) => words.status(status) },
    { id: "size", type: "amount", value: ({ size }) => size },
    { id: "n", type: "number", value: ({ n }) => n },
    { id: "p", type: "number", value: ({ p }) => p },
    { id: "q", type: "number", value: ({ q }) => q },
    { id: "unit", type: "text", value: ({ unit }, locale) => nameIn(unit, locale) },
    { id: "person", type: "text", value: ({ user }, locale) => nameIn(user, locale) },
    { id: "product", type: "text", value: ({ product }, locale) => nameIn(product, locale) },
    { id: "foundOn", type: "date", value: ({ foundOn }) => foundOn },
    { id: "reason", type: "text", value: ({ reason }) => reason },
    { id: "note", type: "text", value: ({ note }) => note },
    { id: "id", type: "text", value: ({ id }) => id },
  ];
}

/** The title in the reader's language. */
export function findingName(
  { title, titleEn }: Pick<Finding, "title" | "titleEn">,
  locale: string,
): string {
  return localName({ name: title, nameEn: titleEn }, locale);
}
