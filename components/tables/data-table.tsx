"use client";
import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { cx } from "../ui/cx";
import { DataTableBody } from "./data-table-body";
import { DataTableHead } from "./data-table-head";
import { isPastEnd, PastEnd } from "./past-end";
import { ScrollRegion } from "./scroll-region";
import { SelectionBar } from "./selection";
import { alignRightClass, totalCellClass } from "./table-class";
import { TableOptions } from "./table-options";
import { TablePagination } from "./table-pagination";
import type { TableColumn, TableRow } from "./table-types";
import { useDensity } from "./use-density";
import { useUrlState } from "./use-url-state";

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const helper = createColumnHelper<typeof features, TableRow>();
const SELECT = "__select";

export type DataTableProps = {
  /** Names the table in storage (row height). */
  id: string;
  caption: string;
  columns: readonly TableColumn[];
  /** One page of rows, as sorted and filtered by the server. */
  rows: readonly TableRow[];
  /** Rows in all pages; gives the pagination. */
  total?: number;
  page?: number;
  pageSize?: number;
  /** The sort in force, `id` or `-id`, also when the address names none. */
  sort?: string;
  /** Sums by column id. */
  totals?: Record<string, ReactNode>;
  /** Buttons for selected rows; they read them by `useSelectedRows()`. Gives the checkboxes. */
  bulk?: ReactNode;
  /** Shown when there are no rows: an EmptyState. */
  empty: ReactNode;
  /** At the left over the table: a FilterBar. */
  toolbar?: ReactNode;
  /** On phones: "scroll" sideways, or each row as a card. */
  phone?: "scroll" | "cards";
  /** For several tables on a page: prefix of its parameters in the address. */
  prefix?: string;
};

/** What a table keeps in the address. */
const TABLE_STATE = ["sort", "page", "size", "hide"];

/**
 * The table of every list. Server-side: sort (`?sort=-amount`), page (`?page=2&size=50`), hidden
 * columns (`?hide=a,b`) live in the address; cells come rendered.
 */
export function DataTable(props: DataTableProps) {
  const {
    id,
    caption,
    columns,
    rows,
    totals,
    bulk,
    empty,
    toolbar,
    phone = "scroll",
    prefix,
  } = props;
  const url = useUrlState(TABLE_STATE, prefix);
  const [density, setDensity] = useDensity(id);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const hidden = url.get("hide") ?? "";
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        hidden
          .split(",")
          .filter(Boolean)
          .map((column) => [column, false]),
      ),
    [hidden],
  );
  const defs = useMemo(
    () =>
      helper.columns([
        ...(bulk ? [helper.display({ id: SELECT, enableHiding: false })] : []),
        ...columns.map((column) =>
          helper.accessor((row) => row.cells[column.id], {
            id: column.id,
            header: column.label,
            enableHiding: column.hideable !== false,
          }),
        ),
      ]),
    [columns, bulk],
  );
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnVisibility, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const shown = table.getVisibleLeafColumns().map((column) => column.id);
  const visible = columns.filter((column) => shown.includes(column.id));
  const cards = phone === "cards";
  const pastEnd = isPastEnd(rows.length, props.total);
  const lastPage = Math.ceil((props.total ?? 0) / (props.pageSize ?? 50));
  const selected = rows.filter((row) => rowSelection[row.id]).map((row) => row.id);
  const selection = bulk
    ? {
        all: table.getIsAllRowsSelected(),
        some: table.getIsSomeRowsSelected(),
        toggleAll: (on: boolean) => table.toggleAllRowsSelected(on),
        has: (row: string) => rowSelection[row] === true,
        toggle: (row: string, on: boolean) => table.getRow(row).toggleSelected(on),
      }
    : null;
  return (
    <div className="min-w-0 rounded-card border border-line bg-surface shadow-card">
      <div className="flex flex-wrap items-start gap-2 px-4 py-2.5">
        <div className="min-w-0 flex-1">{toolbar}</div>
        <TableOptions
          columns={columns}
          hidden={hidden}
          onHiddenChange={(next) => url.set({ hide: next, page: url.get("page") })}
          density={density}
          onDensityChange={setDensity}
        />
      </div>
      {selected.length > 0 ? (
        <SelectionBar ids={selected} clear={() => setRowSelection({})}>
          {bulk}
        </SelectionBar>
      ) : null}
      {rows.length === 0 ? (
        <div className="border-line border-t">
          {pastEnd ? <PastEnd hrefOfLast={url.hrefWith({ page: lastPage })} /> : empty}
        </div>
      ) : (
        <ScrollRegion
          label={caption}
          aria-busy={url.pending}
          className={cx(
            "border-line border-t transition-opacity shell:max-h-[calc(100dvh-9rem)]",
            url.pending && "opacity-60",
          )}
        >
          <table className={cx("w-full border-separate border-spacing-0", cards && "phone:block")}>
            <caption className="sr-only">{caption}</caption>
            <DataTableHead
              columns={visible}
              sort={props.sort}
              url={url}
              selection={selection}
              cards={cards}
            />
            <DataTableBody
              columns={visible}
              rows={rows}
              compact={density === "compact"}
              selection={selection}
              cards={cards}
            />
            {totals ? (
              <tfoot className={cx("sticky bottom-0 z-10", cards && "phone:static phone:block")}>
                <tr className={cards ? "phone:flex phone:justify-between" : undefined}>
                  {selection ? (
                    <td className={cx(totalCellClass, cards && "phone:hidden")} />
                  ) : null}
                  {visible.map((column) => (
                    <td
                      key={column.id}
                      className={cx(
                        totalCellClass,
                        column.align === "right" && alignRightClass,
                        column.wideOnly && "phone:hidden",
                        cards &&
                          !column.wideOnly &&
                          "phone:block phone:border-0 phone:text-left phone:empty:hidden",
                      )}
                    >
                      {totals[column.id]}
                    </td>
                  ))}
                </tr>
              </tfoot>
            ) : null}
          </table>
        </ScrollRegion>
      )}
      {props.total !== undefined && props.total > 0 && !pastEnd ? (
        <TablePagination
          total={props.total}
          page={props.page ?? 1}
          pageSize={props.pageSize ?? 50}
          url={url}
        />
      ) : null}
    </div>
  );
}
