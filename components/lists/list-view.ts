import type { Messages } from "next-intl";
import type { ReactNode } from "react";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { ListField } from "@/lib/shared/list-field";

type Texts = {
  title: string;
  search: string;
  columns: object;
  empty: { title: string; admin: string; other: string };
};

/** An area whose messages have what a list says: `title`, `search`, `columns`, `empty`. */
export type ListArea = {
  [Area in keyof Messages]: Messages[Area] extends Texts ? Area : never;
}[keyof Messages];

/** What a cell is written with; `digits` are the decimals of the amounts shown. */
export type CellLook = { f: Formatter; locale: string; digits: number };

/** How an area shows its records, in the list and wherever else some of them stand in a table. */
export type ListView<Row extends { id: string }, Totals, Id extends string> = {
  area: ListArea;
  fields: readonly ListField<Row, Id>[];
  /** What names a record, and its page. */
  row: (row: Row, locale: string) => { label: string; href?: string };
  /** Cells that are more than the field's value. */
  cells?: { [Column in Id]?: (row: Row, look: CellLook) => ReactNode };
  /** What the totals say in each column. */
  sums?: (totals: Totals) => { [Column in Id]?: number | null };
  /** Columns that are nothing to sort by. */
  unsorted?: readonly Id[];
  /** Columns left out on phones. */
  wideOnly?: readonly Id[];
  /** Columns that say nothing to somebody who sees only their own. */
  teamOnly?: readonly Id[];
};
