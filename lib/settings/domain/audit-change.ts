type Row = Readonly<Record<string, unknown>>;

/** One field of a record, as it was and as it is; undefined where the record did not exist. */
export type FieldChange = { field: string; before: unknown; after: unknown };

/** Fields nobody reads in a list of changes. */
const SILENT = new Set(["id", "version", "created_at", "updated_at"]);

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What an entry of the audit log changed, field by field in the record's order. Of a new or deleted
 * record all fields that hold something. Ids, versions and time stamps of the row are left out.
 */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const old = isRow(before) ? before : {};
  const now = isRow(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, before: old[field], after: now[field] }))
    .filter((change) => !same(change.before ?? null, change.after ?? null));
}

/** What the record of an entry is called, if anything: its name or title, now or before. */
export function nameInEntry(
  before: unknown,
  after: unknown,
): { name: string; nameEn: string | null } | null {
  for (const row of [after, before]) {
    if (!isRow(row)) continue;
    const name = row.name ?? row.title ?? row.order_no ?? row.email;
    if (typeof name === "string" && name !== "") {
      return { name, nameEn: typeof row.name_en === "string" ? row.name_en : null };
    }
  }
  return null;
}

/** What a record without a name of its own is about, in the order it is said. */
const ABOUT = ["user_id", "unit_id", "deal_id", "customer_id", "product_id", "parent_id"];

/** Ids of the records an entry's record refers to, for entries without a name. */
export function aboutInEntry(before: unknown, after: unknown): string[] {
  const row = isRow(after) ? after : isRow(before) ? before : {};
  return ABOUT.map((field) => row[field]).filter(isUuid);
}

/** What tells apart records of the same people and things: which KPI, which day. */
const TELLING = ["kpi", "kind", "period_from", "currency", "day", "valid_from"];

/** Further facts that say which record an entry is about, for entries without a name. */
export function factsInEntry(before: unknown, after: unknown): { field: string; value: unknown }[] {
  const row = isRow(after) ? after : isRow(before) ? before : {};
  return TELLING.filter((field) => row[field] != null).map((field) => ({
    field,
    value: row[field],
  }));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** Ids among the values, to look up what they are called. */
export function idsInChanges(changes: readonly FieldChange[]): string[] {
  return [...new Set(changes.flatMap(({ before, after }) => [before, after]).filter(isUuid))];
}
