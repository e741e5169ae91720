import { type FieldDefinition, fieldsOfKind } from "./import-kinds";
import type { FieldSource, Mapping, MappingEntry } from "./mapping";
import { dateReader, defaultDateFormats } from "./parse-date";
import { integerId, numberReader } from "./parse-number";
import type { Rejection } from "./rejection";

export type Column = { name: string; at: number };
export type FieldReader = (raw: readonly string[]) => string | null | Rejection;

/** The columns a field is read from, in words. */
export function placeOf(source: FieldSource | undefined): string {
  return source?.from?.join(" / ") ?? source?.template ?? "";
}

export function rejectionOf(reason: Rejection["reason"], column: string, value: string): Rejection {
  return { reason, column, value };
}

/** Reads one field of a row: the text, then what it stands for, then its type. */
export function fieldReader(
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
