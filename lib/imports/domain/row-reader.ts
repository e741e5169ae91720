import { type Column, fieldReader, placeOf, rejectionOf } from "./field-reader";
import { isNamedKind } from "./import-kinds";
import type { Mapping, MappingEntry } from "./mapping";
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
