import { z } from "zod";

/** What Next passes to a page; a URLSearchParams becomes one by `Object.fromEntries`. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** In a filter by reference: records that have none, e.g. `customer=none`. */
export const NONE = "none";

/** One parameter of a list. A value nobody could have chosen is left out; a list never fails to open. */
export function param<T extends z.ZodType>(schema: T) {
  const first = (value: unknown) => {
    const one = Array.isArray(value) ? value[0] : value;
    // The database has no character 0.
    const text = typeof one === "string" ? one.replaceAll("\0", "").trim() : one;
    return text === "" ? undefined : text;
  };
  return z.preprocess(first, schema.optional()).optional().catch(undefined);
}

/** Free text to search for, at most 200 characters. */
export const textParam = param(z.string().transform((text) => text.slice(0, 200)));

/** One id. */
export const idParam = param(z.guid());

/** Ids separated by commas, `none` among them for records without a reference. */
export const idsParam = param(
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(
      z
        .array(z.union([z.literal(NONE), z.guid()]))
        .min(1)
        .max(200),
    ),
);

/** Words separated by commas (sectors, order numbers), `none` for blank ones; `\\,` is a comma in a word. */
export const wordsParam = param(
  z
    .string()
    .transform((text) =>
      (text.match(/(?:\\.|[^,\\])+/gs) ?? []).map((word) => word.replace(/\\(.)/gs, "$1")),
    )
    .pipe(z.array(z.string().max(200)).min(1).max(200)),
);

/** A business date, `YYYY-MM-DD`, that the database and a calendar around it can hold. */
export const dateParam = param(
  z.iso.date().refine((day) => day >= "1900-01-01" && day < "2200-01-01"),
);

/** An amount in base currency. */
export const amountParam = param(z.coerce.number().min(-1e15).max(1e15));

/** On when `1` or `true`. */
export const flagParam = param(z.enum(["1", "true"]).transform(() => true));

export const PAGE_SIZES = [25, 50, 100, 200] as const;
export const DEFAULT_PAGE_SIZE = 50;

/** A column of the list, or `-column` for descending. */
export type Sort<Column extends string> = Column | `-${Column}`;

/** `sort`, `page` (from 1), `size`, and `hide`: the columns not shown. */
export function pageParams<const Column extends string>(columns: readonly [Column, ...Column[]]) {
  const both = columns.flatMap((column): Sort<Column>[] => [column, `-${column}`]);
  return {
    sort: param(z.enum(both)),
    page: param(z.coerce.number().int().min(1).max(1_000_000)),
    size: param(z.coerce.number().pipe(z.literal(PAGE_SIZES))),
    hide: wordsParam,
  };
}

/** Filters by where a fact belongs: a unit (`direct`: without those below), regions, managers. */
export const placeParams = {
  unit: idParam,
  direct: flagParam,
  region: idsParam,
  manager: idsParam,
};

/** The half-open range of days `[from, to)`. */
export const dayParams = { from: dateParam, to: dateParam };

/** Least and greatest amount in base currency, both included. */
export const amountParams = { min: amountParam, max: amountParam };

/** What every list takes besides its filters. */
export type PageParams = { sort?: string; page?: number; size?: number; hide?: string[] };

/** The page asked for as SQL wants it. */
export function pageWindow(params: { page?: number; size?: number }): {
  limit: number;
  offset: number;
} {
  const limit = params.size ?? DEFAULT_PAGE_SIZE;
  return { limit, offset: ((params.page ?? 1) - 1) * limit };
}

/** Could this text of an address be the id of a record? */
export function isId(text: string): boolean {
  return z.guid().safeParse(text).success;
}

export type ParamValue = string | number | boolean | readonly string[] | null | undefined;

/** A word as a list of words joined by commas holds it. */
export function escapeWord(word: string): string {
  return word.replace(/[\\,]/g, "\\$&");
}

/** An address with parameters; empty ones are left out, lists joined by commas, `true` written `1`. */
export function hrefWith(path: string, params: Record<string, ParamValue>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === false || value === "") continue;
    if (Array.isArray(value) && value.length === 0) continue;
    search.set(
      name,
      value === true ? "1" : Array.isArray(value) ? value.map(escapeWord).join(",") : String(value),
    );
  }
  const text = search.toString().replaceAll("%2C", ",");
  return text ? `${path}?${text}` : path;
}

/**
 * All about a list's address, from its path, its filters and the columns it can be sorted by: `parse`
 * leaves out what is unknown or makes no sense, `href` writes links, e.g. to the records of a figure.
 */
export function listParams<
  Filters extends z.ZodRawShape,
  const Columns extends readonly [string, ...string[]],
>(path: string, filters: Filters, columns: Columns) {
  const list = z.object({ ...filters, ...pageParams<Columns[number]>(columns) });
  return {
    filter: z.object(filters),
    list,
    parse: (params: SearchParams) => list.parse(params),
    href: (params: z.infer<typeof list>) => hrefWith(path, params as Record<string, ParamValue>),
  };
}
