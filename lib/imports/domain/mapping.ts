import type { ImportKind } from "./import-kinds";
import type { NumberFormat } from "./parse-number";

export type Encoding = "auto" | "utf-8" | "gb18030" | "utf-16";
export type Delimiter = "," | ";" | "\t" | "|";

/** Where a field's value comes from and how it is read. */
export type FieldSource = {
  /** Columns in order of preference: the first that is not blank counts. */
  from?: readonly string[];
  /** The same value for every row. */
  const?: string;
  /** Text with columns in braces: "{region} / {manager}"; blank when any of them is blank. */
  template?: string;
  /** The value when all columns are blank. */
  default?: string;
  dateFormats?: readonly string[];
  numberFormat?: NumberFormat;
  /** Values that mean something else: {"GTXPro": "GTX Pro"}; an empty text means blank. */
  values?: Readonly<Record<string, string>>;
  /** Texts that mean "nothing": "N/A", "-". */
  blank?: readonly string[];
  /** Reads "17850.0" as 17850. */
  integer?: boolean;
  /** Values expected here ("countries" or a list); others are kept and noted. */
  known?: "countries" | readonly string[];
};

export type Comparison =
  | { is: "equals" | "not"; value: string }
  | { is: "in" | "notIn"; values: readonly string[] }
  | { is: "blank" | "filled" }
  | { is: "matches" | "notMatches"; pattern: string }
  | { is: "above" | "below" | "atLeast" | "atMost"; value: number };

/** A condition a row must meet to be read by the entry; rows that do not are left out, not rejected. */
export type Condition = { column: string; numberFormat?: NumberFormat } & Comparison;

export type MappingEntry = {
  file: string;
  kind: ImportKind;
  delimiter?: Delimiter;
  encoding?: Encoding;
  fields: Readonly<Record<string, FieldSource>>;
  where?: readonly Condition[];
  /** Rows with the same id and different values: refused, or the first or last of them counts. */
  duplicates?: "reject" | "first" | "last";
  /** Books a sale line for each won deal on its close date. */
  bookSales?: boolean;
};

export type StageDefinition = {
  name: string;
  nameEn?: string;
  kind: "open" | "won" | "lost";
  probability: number;
};

export type Mapping = {
  version: 1;
  /** The `source` of every imported record's (source, external id). */
  source: string;
  title?: string;
  defaults: {
    currency?: string;
    /** Units, edges and assignments without a date of their own hold from this day. */
    validFrom?: string;
    dateFormats?: readonly string[];
    numberFormat?: NumberFormat;
    encoding?: Encoding;
    delimiter?: Delimiter;
  };
  /** Taken over while the organisation has no deals and no sales yet; ignored afterwards. */
  organisation?: { baseCurrency?: string; fiscalYearStartMonth?: number };
  /** Pipeline stages the files speak of; missing ones are created. */
  stages?: readonly StageDefinition[];
  entries: readonly MappingEntry[];
};
