import { Prisma } from "@/lib/platform/db/generated/client";
import { NONE } from "@/lib/shared/list-params";
import { MANAGER_SPANS, REGION_SPANS } from "./unit-spans";

/**
 * Conditions that every list of facts (deals, sales, first sales) shares. A fact carries the unit it
 * happened in; where that unit hung in the tree is asked for the fact's own day.
 */
type Fact = { unit: Prisma.Sql; day: Prisma.Sql };

/** Joins conditions by AND; no condition is true. */
export function all(conditions: readonly (Prisma.Sql | undefined)[]): Prisma.Sql {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length > 0 ? Prisma.join(given, " AND ") : Prisma.sql`true`;
}

/** In the unit or below it on the fact's day; `direct`: in the unit itself. */
export function inUnit(fact: Fact, unit: string | undefined, direct = false) {
  if (unit === undefined) return undefined;
  if (direct) return Prisma.sql`${fact.unit} = ${unit}::uuid`;
  return Prisma.sql`EXISTS (SELECT FROM unit_ancestor above WHERE above.unit_id = ${fact.unit}
    AND above.ancestor_id = ${unit}::uuid AND ${fact.day} >= above.valid_from AND ${fact.day} < above.valid_to)`;
}

/** In one of the regions on the fact's day; `none`: in no region. */
export function inRegion(fact: Fact, regions: readonly string[] | undefined) {
  return heldByOneOf(REGION_SPANS, fact, regions);
}

/** Under one of the managers on the fact's day; `none`: under nobody. */
export function underManager(fact: Fact, managers: readonly string[] | undefined) {
  return heldByOneOf(MANAGER_SPANS, fact, managers);
}

function heldByOneOf(held: Prisma.Sql, fact: Fact, ids: readonly string[] | undefined) {
  if (ids === undefined) return undefined;
  const known = ids.filter((id) => id !== NONE);
  const onDay = Prisma.sql`held.unit_id = ${fact.unit} AND ${fact.day} >= held.f AND ${fact.day} < held.t`;
  const byKnown = Prisma.sql`EXISTS (SELECT FROM ${held} held WHERE ${onDay} AND held.id = ANY (${known}::uuid[]))`;
  if (known.length === ids.length) return byKnown;
  const byNobody = Prisma.sql`NOT EXISTS (SELECT FROM ${held} held WHERE ${onDay})`;
  return known.length === 0 ? byNobody : Prisma.sql`(${byKnown} OR ${byNobody})`;
}

/** The reference is one of the ids; `none` among them: or there is none. */
export function isOneOf(column: Prisma.Sql, ids: readonly string[] | undefined) {
  if (ids === undefined) return undefined;
  const known = ids.filter((id) => id !== NONE);
  const match = Prisma.sql`${column} = ANY (${known}::uuid[])`;
  return known.length === ids.length ? match : orNull(column, match, known.length === 0);
}

/** Like `isOneOf` for text columns. */
export function isOneOfWords(column: Prisma.Sql, words: readonly string[] | undefined) {
  if (words === undefined) return undefined;
  const known = words.filter((word) => word !== NONE);
  const match = Prisma.sql`${column} = ANY (${known}::text[])`;
  return known.length === words.length ? match : orNull(column, match, known.length === 0);
}

function orNull(column: Prisma.Sql, match: Prisma.Sql, only: boolean): Prisma.Sql {
  return only ? Prisma.sql`${column} IS NULL` : Prisma.sql`(${match} OR ${column} IS NULL)`;
}

/** The date lies in `[from, to)`; without either there is no condition. */
export function inRange(date: Prisma.Sql, from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return undefined;
  return all([
    from === undefined ? undefined : Prisma.sql`${date} >= ${from}::date`,
    to === undefined ? undefined : Prisma.sql`${date} < ${to}::date`,
  ]);
}

/** The amount lies in `[min, max]`. */
export function inBounds(amount: Prisma.Sql, min: number | undefined, max: number | undefined) {
  if (min === undefined && max === undefined) return undefined;
  return all([
    min === undefined ? undefined : Prisma.sql`${amount} >= ${min}::float8::numeric`,
    max === undefined ? undefined : Prisma.sql`${amount} <= ${max}::float8::numeric`,
  ]);
}

/** One of the columns contains the text, whatever its case; `lower` on both sides takes half as long as ILIKE. */
export function contains(columns: readonly Prisma.Sql[], text: string | undefined) {
  if (text === undefined) return undefined;
  const pattern = likePattern(text);
  const matches = columns.map((column) => Prisma.sql`lower(${column}) LIKE lower(${pattern})`);
  return Prisma.sql`(${Prisma.join(matches, " OR ")})`;
}

/** A customer whose name, and unless `namesOnly` its place or external id, contains the text; by an index. */
export function customerContains(id: Prisma.Sql, text: string | undefined, namesOnly = false) {
  if (text === undefined) return undefined;
  return Prisma.sql`${id} IN (SELECT customers_containing(${likePattern(text)}, ${text}, ${namesOnly}))`;
}

/** A deal whose title, external id or customer's name contains the text; by an index. */
export function dealContains(id: Prisma.Sql, text: string | undefined) {
  if (text === undefined) return undefined;
  return Prisma.sql`${id} IN (SELECT deals_containing(${likePattern(text)}, ${text}))`;
}

/**
 * A condition `IN (SELECT …)` checked row by row against what was found, in one pass: it does not look up
 * each of what may be very many.
 */
export function inOnePass(condition: Prisma.Sql | undefined) {
  return condition && Prisma.sql`(${condition}) IS TRUE`;
}

/** `%text%` with the wildcards in the text taken literally. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * `ORDER BY` one column, blanks last, then the id so that pages never overlap. A column without blanks
 * (`full`) is sorted downwards by its index too.
 */
export function orderBy<Column extends string>(
  sort: Column | `-${Column}`,
  columns: Record<Column, Prisma.Sql>,
  id: Prisma.Sql,
  full: readonly Column[] = [],
): Prisma.Sql {
  const descending = sort.startsWith("-");
  const name = (descending ? sort.slice(1) : sort) as Column;
  const column = columns[name];
  if (!descending) return Prisma.sql`ORDER BY ${column}, ${id}`;
  const last = full.includes(name) ? Prisma.empty : Prisma.sql`NULLS LAST`;
  return Prisma.sql`ORDER BY ${column} DESC ${last}, ${id} DESC`;
}
