import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { ScrollRegion } from "./scroll-region";
import { alignRightClass, bodyCellClass, headCellClass, totalCellClass } from "./table-class";
import type { TableColumn, TableRow } from "./table-types";

type SimpleTableProps = {
  /** Names the table; shown only to assistive technology. */
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Sums by column id, in a last row. */
  totals?: Record<string, ReactNode>;
  /** In place of rows when there are none. */
  empty?: ReactNode;
  /** The order shown, and the address of the same page in another one (sortable columns become links). */
  sorted?: { by: string; descending: boolean; href: (columnId: string) => string };
};

/** Small table without JavaScript, for dashboards; put it in a flush Card. First column heads the row. */
export function SimpleTable({ caption, columns, rows, totals, empty, sorted }: SimpleTableProps) {
  if (rows.length === 0 && empty) return empty;
  return (
    <ScrollRegion label={caption} className="rounded-b-card">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={column.width ? { width: column.width } : undefined}
                aria-sort={
                  sorted?.by === column.id
                    ? sorted.descending
                      ? "descending"
                      : "ascending"
                    : undefined
                }
                className={cx(
                  headCellClass,
                  column.align === "right" && alignRightClass,
                  column.wideOnly && "phone:hidden",
                )}
              >
                {column.hideLabel ? (
                  <span className="sr-only">{column.label}</span>
                ) : (
                  <HeadLabel column={column} sorted={sorted} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="[&:last-child>*]:border-b-0">
              {columns.map((column, index) => (
                <SimpleCell key={column.id} column={column} row={row} head={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
        {totals ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cx(
                    totalCellClass,
                    column.align === "right" && alignRightClass,
                    column.wideOnly && "phone:hidden",
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
  );
}

function HeadLabel({
  column,
  sorted,
}: {
  column: TableColumn;
  sorted: SimpleTableProps["sorted"];
}) {
  if (!sorted || !column.sortable) return column.label;
  const arrow = sorted.by === column.id ? (sorted.descending ? " ↓" : " ↑") : null;
  return (
    <Link
      href={sorted.href(column.id)}
      scroll={false}
      prefetch={false}
      className="rounded hover:text-ink"
    >
      {column.label}
      <span aria-hidden="true">{arrow}</span>
    </Link>
  );
}

function SimpleCell({ column, row, head }: { column: TableColumn; row: TableRow; head: boolean }) {
  const content = row.cells[column.id] ?? "—";
  const className = cx(
    bodyCellClass,
    "py-1.75",
    column.align === "right" && alignRightClass,
    (column.nowrap || column.align === "right") && "whitespace-nowrap",
    column.wideOnly && "phone:hidden",
  );
  if (!head) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={cx(className, "min-w-28")}>
      {row.href ? (
        <Link href={row.href} className="rounded hover:text-accent hover:underline">
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}
