import { z } from "zod";
import { pageWindow, param, type SearchParams } from "@/lib/shared/list-params";
import { entryProblems } from "./domain/entry-problems";
import { importKinds } from "./domain/import-kinds";
import type { Mapping } from "./domain/mapping";
import { isDateFormat } from "./domain/parse-date";
import { numberFormats } from "./domain/parse-number";
import { mostParts, partSize } from "./domain/upload-limits";

const isoDate = z.iso.date();
const dateFormat = z.string().refine(isDateFormat, {
  error: 'needs one year, one month and one day, such as "yyyy-MM-dd" or "d/M/yy"',
});
const dateFormats = z
  .union([dateFormat, z.array(dateFormat).min(1)])
  .transform((given) => (typeof given === "string" ? [given] : given));
const numberFormat = z.enum(numberFormats);
const encoding = z.enum(["auto", "utf-8", "gb18030", "utf-16"]);
const delimiter = z.enum([",", ";", "\t", "|"]);
const currency = z.string().regex(/^[A-Z]{3}$/, "is not a currency code such as USD");
const columns = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((given) => (typeof given === "string" ? [given] : given));

const longField = z
  .strictObject({
    from: columns.optional(),
    const: z.string().min(1).optional(),
    template: z
      .string()
      .regex(/\{[^{}]+\}/, "names no column in braces")
      .optional(),
    default: z.string().min(1).optional(),
    dateFormats: dateFormats.optional(),
    numberFormat: numberFormat.optional(),
    values: z.record(z.string(), z.string()).optional(),
    blank: z.array(z.string()).optional(),
    integer: z.boolean().optional(),
    known: z.union([z.literal("countries"), z.array(z.string()).min(1)]).optional(),
  })
  .refine((field) => [field.from, field.const, field.template].filter(Boolean).length === 1, {
    error: 'needs exactly one of "from", "const" and "template"',
  });

const field = z
  .union([z.string().min(1), longField], {
    error: 'must be a column name or an object with "from", "const" or "template"',
  })
  .transform((given) => (typeof given === "string" ? { from: [given] } : given));

const onColumn = { column: z.string().min(1), numberFormat: numberFormat.optional() };
const condition = z.discriminatedUnion("is", [
  z.strictObject({ ...onColumn, is: z.enum(["equals", "not"]), value: z.string() }),
  z.strictObject({ ...onColumn, is: z.enum(["in", "notIn"]), values: z.array(z.string()).min(1) }),
  z.strictObject({ ...onColumn, is: z.enum(["blank", "filled"]) }),
  z.strictObject({
    ...onColumn,
    is: z.enum(["matches", "notMatches"]),
    pattern: z.string().max(200).refine(isPattern, { error: "is not a regular expression" }),
  }),
  z.strictObject({
    ...onColumn,
    is: z.enum(["above", "below", "atLeast", "atMost"]),
    value: z.number(),
  }),
]);

const entry = z
  .strictObject({
    file: z.string().min(1),
    kind: z.enum(importKinds),
    delimiter: delimiter.optional(),
    encoding: encoding.optional(),
    fields: z.record(z.string(), field),
    where: z.array(condition).optional(),
    duplicates: z.enum(["reject", "first", "last"]).optional(),
    bookSales: z.boolean().optional(),
  })
  .superRefine((given, context) => {
    for (const issue of entryProblems(given))
      context.addIssue({ code: "custom", path: issue.path, message: issue.message });
  });

const stage = z.strictObject({
  name: z.string().trim().min(1),
  nameEn: z.string().trim().min(1).optional(),
  kind: z.enum(["open", "won", "lost"]),
  probability: z.number().min(0).max(1),
});

/** The mapping file: which file holds what, and how its columns become fields. */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  source: z.string().trim().min(1).max(60),
  title: z.string().max(120).optional(),
  defaults: z
    .strictObject({
      currency: currency.optional(),
      validFrom: isoDate.optional(),
      dateFormats: dateFormats.optional(),
      numberFormat: numberFormat.optional(),
      encoding: encoding.optional(),
      delimiter: delimiter.optional(),
    })
    .default({}),
  organisation: z
    .strictObject({
      baseCurrency: currency.optional(),
      fiscalYearStartMonth: z.int().min(1).max(12).optional(),
    })
    .optional(),
  stages: z.array(stage).optional(),
  entries: z.array(entry).min(1),
});

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

/** Why a mapping cannot be used, one sentence for each place: `entries[2].fields.stage: …`. */
export class MappingError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "MappingError";
  }
}

/** Reads a mapping from JSON text. Throws MappingError naming every wrong place. */
export function parseMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new MappingError([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const parsed = mappingSchema.safeParse(json);
  if (!parsed.success) throw new MappingError(parsed.error.issues.map(describeIssue));
  const { $schema: _, ...mapping } = parsed.data;
  return mapping;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.reduce<string>(
    (text, part) =>
      typeof part === "number"
        ? `${text}[${part}]`
        : `${text}${text === "" ? "" : "."}${String(part)}`,
    "",
  );
  return `${path === "" ? "mapping" : path}: ${issue.message}`;
}

/** The mapping chosen on the Data page: "file" with its text, "example:NAME" or "batch:ID". */
export const openUploadInput = z.object({
  choice: z.string().max(100),
  text: z.string().max(500_000),
});

export const discardUploadInput = z.object({ id: z.guid() });

/** Where a part of a file belongs; the last one tells the size of the whole. */
export const uploadPartInput = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{Cc}]+$/u),
  part: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostParts - 1),
  size: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostParts * partSize)
    .optional(),
});

/** What the review page asks for: another check or the import, with the aliases ticked. */
export const runUploadInput = z.object({
  mode: z.enum(["check", "import"]),
  aliases: z
    .array(
      z.object({
        kind: z.enum([...importKinds, "stages"]),
        value: z.string().max(500),
        target: z.string().max(500),
      }),
    )
    .max(500),
});

const pageInput = z.object({
  page: param(z.coerce.number().int().min(1).max(1_000_000)),
  size: param(z.coerce.number().pipe(z.literal([25, 50, 100, 200]))),
});

/** The page of a list the address asks for. */
export function parsePage(search: SearchParams) {
  const params = pageInput.parse(search);
  return { page: params.page ?? 1, size: params.size ?? 50, window: pageWindow(params) };
}

/** Could this text of an address be the id of an upload or a batch? */
export function isRecordId(text: string): boolean {
  return z.guid().safeParse(text).success;
}
