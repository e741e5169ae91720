"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Checkbox } from "../ui/checkbox";
import { cx } from "../ui/cx";
import type { TableSelection } from "./data-table-head";
import { alignRightClass, bodyCellClass } from "./table-class";
import type { TableColumn, TableRow } from "./table-types";

type BodyProps = {
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  compact: boolean;
  selection: TableSelection | null;
  cards: boolean;
};

/** Rows of a DataTable; a click outside links and controls opens the row's page. */
export function DataTableBody({ columns, rows, compact, selection, cards }: BodyProps) {
  const t = useTranslations("common");
  const router = useRouter();
  function open(event: MouseEvent, href: string) {
    const inside =
      event.target instanceof Element &&
      event.target.closest("a,button,input,label,[role]:not(td,th,tr)");
    if (inside || window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank");
    else router.push(href);
  }
  return (
    <tbody className={cards ? "phone:block" : undefined}>
      {rows.map((row) => {
        const { href } = row;
        return (
          <tr
            key={row.id}
            data-href={href}
            data-selected={selection?.has(row.id) || undefined}
            onClick={href ? (event) => open(event, href) : undefined}
            className={cx(
              "group [&:last-child>*]:border-b-0",
              href && "cursor-pointer",
              selection?.has(row.id) ? "*:bg-accent-soft" : href ? "hover:*:bg-hover" : null,
              cards && "phone:block phone:border-line phone:border-b phone:px-4 phone:py-2.5",
            )}
          >
            {selection ? (
              <td
                className={cx(
                  bodyCellClass,
                  "w-9",
                  cards && "phone:float-right phone:border-0 phone:p-1",
                )}
              >
                <Checkbox
                  aria-label={t("selectRow", { name: row.label ?? row.id })}
                  checked={selection.has(row.id)}
                  onCheckedChange={(on) => selection.toggle(row.id, on)}
                />
              </td>
            ) : null}
            {columns.map((column, index) => (
              <BodyCell
                key={column.id}
                column={column}
                row={row}
                head={index === 0}
                compact={compact}
                cards={cards}
              />
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

type CellProps = {
  column: TableColumn;
  row: TableRow;
  head: boolean;
  compact: boolean;
  cards: boolean;
};

function BodyCell({ column, row, head, compact, cards }: CellProps) {
  const content = row.cells[column.id] ?? "—";
  const hidden = column.wideOnly || (cards && row.cells[column.id] == null);
  const className = cx(
    bodyCellClass,
    compact ? "py-1" : "py-2",
    column.align === "right" && alignRightClass,
    (column.nowrap || column.align === "right") && "whitespace-nowrap",
    hidden && "phone:hidden",
    cards &&
      !hidden &&
      "phone:flex phone:justify-between phone:gap-4 phone:border-0 phone:px-0 phone:py-0.5 phone:first:pl-0 phone:last:pr-0 phone:text-left",
    head && cards && "phone:pb-1 phone:font-semibold",
    head && !cards && "bg-surface phone:sticky phone:left-0 phone:z-5 phone:min-w-32",
  );
  const label =
    cards && !head && !column.hideLabel ? (
      <span className="text-muted shell:hidden" aria-hidden="true">
        {column.label}
      </span>
    ) : null;
  if (!head) {
    return (
      <td className={className}>
        {label}
        {content}
      </td>
    );
  }
  return (
    <th scope="row" className={className}>
      {row.href ? (
        <Link href={row.href} className="rounded group-hover:text-accent hover:underline">
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}
