import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClippedCell, decimalsOf } from "@/components/tables/cells";
import type { TableColumn, TableRow } from "@/components/tables/table-types";
import type { Formatter } from "@/lib/platform/i18n/format";
import { parseBusinessDate } from "@/lib/shared/business-date";
import type { FieldType, FieldValue, ListField } from "@/lib/shared/list-field";
import type { CellLook, ListView } from "./list-view";

const RIGHT: ReadonlySet<FieldType> = new Set(["amount", "number", "share"]);

/** What a table component takes. */
export type ListTable = {
  columns: TableColumn[];
  rows: TableRow[];
  totals: Record<string, ReactNode>;
};

/** Records as a table of some of their fields; the first one heads the row, the totals stand below. */
export async function listTable<
  Row extends { id: string },
  Totals extends { count: number },
  Id extends string,
>(
  view: ListView<Row, Totals, Id>,
  { rows, totals }: { rows: readonly Row[]; totals: Totals },
  shown: readonly Id[],
  f: Formatter,
): Promise<ListTable> {
  const [t, l, locale] = await Promise.all([
    getTranslations(`${view.area}.columns`),
    getTranslations("lists"),
    getLocale(),
  ]);
  const fields = shown.flatMap((id) => view.fields.find((field) => field.id === id) ?? []);
  const amounts = fields.filter((field) => field.type === "amount");
  const look = {
    f,
    locale,
    digits: decimalsOf(
      rows.flatMap((row) => amounts.map((field) => amountOf(field.value(row, locale)))),
    ),
  };
  const sums: { [Column in Id]?: number | null } = view.sums?.(totals) ?? {};
  const sumLook = {
    ...look,
    digits: decimalsOf(amounts.map((field) => amountOf(sums[field.id] ?? null))),
  };
  const total = (field: ListField<Row, Id>, index: number): ReactNode => {
    if (index === 0) return l("total", { count: f.number(totals.count) });
    const sum = sums[field.id];
    return sum === undefined ? undefined : (written(field.type, sum, sumLook) ?? "—");
  };
  return {
    columns: fields.map((field, index) => ({
      id: field.id,
      label: t(field.id as never),
      sortable: !view.unsorted?.includes(field.id),
      hideable: index > 0,
      align: RIGHT.has(field.type) ? "right" : "left",
      descFirst: field.type !== "text",
      nowrap: true,
      wideOnly: view.wideOnly?.includes(field.id),
    })),
    rows: rows.map((row) => ({
      id: row.id,
      ...view.row(row, locale),
      cells: Object.fromEntries(fields.map((field) => [field.id, cell(view, field, row, look)])),
    })),
    totals: Object.fromEntries(fields.map((field, index) => [field.id, total(field, index)])),
  };
}

function cell<Row extends { id: string }, Totals, Id extends string>(
  view: ListView<Row, Totals, Id>,
  field: ListField<Row, Id>,
  row: Row,
  look: CellLook,
): ReactNode {
  const own = view.cells?.[field.id];
  return own ? own(row, look) : written(field.type, field.value(row, look.locale), look);
}

function amountOf(value: FieldValue): number | null {
  return typeof value === "number" ? value : null;
}

/** A value as its column writes it; null where there is none. */
function written(type: FieldType, value: FieldValue, { f, digits }: CellLook): ReactNode {
  if (value === null) return null;
  if (typeof value === "number") {
    if (type === "amount") return f.amount(value, digits);
    return type === "share" ? f.percent(value) : f.number(value);
  }
  if (type === "date") return f.dateShort(parseBusinessDate(value));
  return <ClippedCell text={value} />;
}
