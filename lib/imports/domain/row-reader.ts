import { type FieldDefinition, fieldsOfKind, isNamedKind } from "./import-kinds";
import type { FieldSource, Mapping, MappingEntry } from "./mapping";
import { dateReader, defaultDateFormats } from "./parse-date";
import { integerId, numberReader } from "./parse-number";
import type { Rejection } from "./rejection";
import { rejectedColumn } from "./rejection";
import { conditionTest } from "./row-condition";

/** A row that can be imported as far as the row itself tells; references are still names. */
export type ReadRow = {
  /** The record's id in its source; content ids are the first occurrence, "hash#1". */
  externalId: string;
  /** One value for each field of `RowReader.fields`, canonical text or null for blank. */
  values: (string | null)[];
};

export type RowOutcome =
  | { is: "row"; row: ReadRow }
  | { is: "rejected"; rejection: Rejection }
  | { is: "left out" };

export type RowReader = {
  /** The mapped fields without `id`, in the order of `ReadRow.values`. */
  fields: readonly string[];
  /** True when ids come from the content of rows. */
  contentIds: boolean;
  /** The columns a field is read from, for naming the place of a rejection. */
  columnsOf: Readonly<Record<string, string>>;
  read: (raw: readonly string[]) => RowOutcome;
};

type Column = { name: string; at: number };
type FieldReader = (raw: readonly string[]) => string | null | Rejection;

/** Columns the mapping speaks of that the file does not have. */
export class MissingColumnsError extends Error {
  constructor(
    readonly file: string,
    readonly columns: readonly string[],
  ) {
    super(`${file} has no column ${columns.map((name) => `"${name}"`).join(", ")}`);
    this.name = "MissingColumnsError";
  }
}

/** Columns an entry reads, each once. */
export function columnsOfEntry(entry: MappingEntry): string[] {
  const names = new Set<string>();
  for (const source of Object.values(entry.fields)) {
    for (const name of source.from ?? []) names.add(name);
    for (const [, name = ""] of source.template?.matchAll(/\{([^{}]+)\}/g) ?? []) names.add(name);
  }
  for (const condition of entry.where ?? []) names.add(condition.column);
  return [...names];
}

/**
 * A reader of one file's rows by one entry of the mapping; `hash` names rows without an id by their
 * values. Throws MissingColumnsError.
 */
export function rowReader(
  mapping: Mapping,
  entry: MappingEntry,
  header: readonly string[],
  hash: (values: readonly string[]) => string,
): RowReader {
  const trimmed = header.map((name) => name.trim());
  const missing = columnsOfEntry(entry).filter((name) => !trimmed.includes(name));
  if (missing.length > 0) throw new MissingColumnsError(entry.file, missing);
  const column = (name: string): Column => ({ name, at: trimmed.indexOf(name) });

  const names = Object.keys(entry.fields);
  const fields = names.filter((name) => name !== "id");
  const readers = fields.map((name) => fieldReader(mapping, entry, name, column));
  const id = "id" in entry.fields ? fieldReader(mapping, entry, "id", column) : null;
  const accepts = (entry.where ?? []).map((each) => conditionTest(each, column(each.column).at));
  const nameAt = fields.indexOf("name");
  const contentIds = id === null && !isNamedKind(entry.kind);
  const rejectedAt = trimmed.indexOf(rejectedColumn);
  const width = rejectedAt < 0 ? header.length : header.length - 1;

  const externalIdOf = (raw: readonly string[], values: (string | null)[]) => {
    if (id !== null) return id(raw) ?? rejectionOf("required", columnsOf.id ?? "id", "");
    if (!contentIds) return values[nameAt] ?? "";
    return `${hash(raw.filter((_, at) => at !== rejectedAt).map((text) => text.trim()))}#1`;
  };
  const columnsOf = Object.fromEntries(names.map((name) => [name, placeOf(entry.fields[name])]));

  return {
    fields,
    contentIds,
    columnsOf,
    read: (raw) => {
      if (raw.length !== header.length && raw.length !== width)
        return { is: "rejected", rejection: rejectionOf("columns", "", String(raw.length)) };
      if (!accepts.every((accept) => accept(raw))) return { is: "left out" };
      const values: (string | null)[] = [];
      for (const reader of readers) {
        const value = reader(raw);
        if (value !== null && typeof value !== "string")
          return { is: "rejected", rejection: value };
        values.push(value);
      }
      const externalId = externalIdOf(raw, values);
      if (typeof externalId !== "string") return { is: "rejected", rejection: externalId };
      return { is: "row", row: { externalId, values } };
    },
  };
}

function placeOf(source: FieldSource | undefined): string {
  return source?.from?.join(" / ") ?? source?.template ?? "";
}

function rejectionOf(reason: Rejection["reason"], column: string, value: string): Rejection {
  return { reason, column, value };
}

/** Reads one field of a row: the text, then what it stands for, then its type. */
function fieldReader(
  mapping: Mapping,
  entry: MappingEntry,
  name: string,
  column: (name: string) => Column,
): FieldReader {
  const source = entry.fields[name] ?? {};
  const definition = fieldsOfKind[entry.kind][name] ?? { type: "text" };
  const text = textReader(source, column);
  const convert = converter(definition, source, mapping);
  const place = placeOf(source) || name;
  return (raw) => {
    const given = text(raw) ?? source.default ?? null;
    if (given === null) return definition.required ? rejectionOf("required", place, "") : null;
    const value = convert(given);
    return value ?? rejectionOf(reasonOf(definition), place, given);
  };
}

function reasonOf(definition: FieldDefinition): Rejection["reason"] {
  if (definition.type === "date") return "date";
  return definition.type === "choice" ? "choice" : "number";
}

function textReader(
  source: FieldSource,
  column: (name: string) => Column,
): (raw: readonly string[]) => string | null {
  const meaning = meaningOf(source);
  if (source.const !== undefined) {
    const fixed = source.const;
    return () => fixed;
  }
  if (source.template !== undefined) return templateReader(source.template, column, meaning);
  const places = (source.from ?? []).map((name) => column(name).at);
  return (raw) => {
    for (const at of places) {
      const value = meaning(raw[at] ?? "");
      if (value !== null) return value;
    }
    return null;
  };
}

function templateReader(
  template: string,
  column: (name: string) => Column,
  meaning: (text: string) => string | null,
): (raw: readonly string[]) => string | null {
  const parts = template
    .split(/\{([^{}]+)\}/)
    .map((part, index) => (index % 2 === 1 ? column(part).at : part));
  return (raw) => {
    let text = "";
    for (const part of parts) {
      const value = typeof part === "string" ? part : meaning(raw[part] ?? "");
      if (value === null) return null;
      text += value;
    }
    return text;
  };
}

/** What a cell says once trimmed, with blanks and value aliases applied; aliases ignore case. */
function meaningOf(source: FieldSource): (text: string) => string | null {
  const blanks = new Set(source.blank);
  const values = new Map(
    Object.entries(source.values ?? {}).map(([from, to]) => [from.trim().toLowerCase(), to]),
  );
  return (text) => {
    let value = text.trim();
    if (value === "" || blanks.has(value)) return null;
    if (source.integer) value = integerId(value);
    const alias = values.size === 0 ? undefined : values.get(value.toLowerCase());
    return alias === undefined ? value : alias === "" ? null : alias;
  };
}

function converter(
  definition: FieldDefinition,
  source: FieldSource,
  mapping: Mapping,
): (text: string) => string | null {
  if (definition.type === "date")
    return withIsoDefault(
      dateReader(source.dateFormats ?? mapping.defaults.dateFormats ?? defaultDateFormats),
      source,
    );
  if (definition.type === "decimal" || definition.type === "integer") {
    const read = numberReader(source.numberFormat ?? mapping.defaults.numberFormat ?? "1234.5");
    return definition.type === "decimal" ? amountIn(read) : integerIn(read);
  }
  if (definition.type === "choice") {
    const choices = definition.choices;
    return (text) => choices.find((choice) => choice === text.toLowerCase()) ?? null;
  }
  return (text) => text.replaceAll("\u0000", "");
}

/** Amounts are stored with at most 11 digits before the point (quantities allow no more). */
function amountIn(read: (text: string) => string | null): (text: string) => string | null {
  return (text) => {
    const value = read(text);
    return value !== null && /^-?\d{1,11}(\.|$)/.test(value) ? value : null;
  };
}

function integerIn(read: (text: string) => string | null): (text: string) => string | null {
  return (text) => {
    const value = read(text)?.replace(/\.0*$/, "") ?? "";
    return /^-?\d{1,9}$/.test(value) ? value : null;
  };
}

/** Dates written in the mapping itself are ISO, whatever the format of the file. */
function withIsoDefault(
  read: (text: string) => string | null,
  source: FieldSource,
): (text: string) => string | null {
  const iso = dateReader(["yyyy-MM-dd"]);
  return (text) =>
    text === source.default || text === source.const ? (iso(text) ?? read(text)) : read(text);
}
