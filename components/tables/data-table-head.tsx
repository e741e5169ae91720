"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";
import { cx } from "../ui/cx";
import { alignRightClass, headCellClass } from "./table-class";
import type { TableColumn } from "./table-types";
import type { useUrlState } from "./use-url-state";

export type TableSelection = {
  all: boolean;
  some: boolean;
  toggleAll: (on: boolean) => void;
  has: (row: string) => boolean;
  toggle: (row: string, on: boolean) => void;
};

type HeadProps = {
  columns: readonly TableColumn[];
  sort?: string;
  url: ReturnType<typeof useUrlState>;
  selection: TableSelection | null;
  cards: boolean;
};

/** Header row: sticky, sort links with aria-sort, the box that selects the page. */
export function DataTableHead({ columns, sort, url, selection, cards }: HeadProps) {
  const t = useTranslations("common");
  return (
    <thead className={cx("sticky top-0 z-10", cards && "phone:sr-only")}>
      <tr>
        {selection ? (
          <th scope="col" className={cx(headCellClass, "w-9")}>
            <Checkbox
              aria-label={t("selectAll")}
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onCheckedChange={selection.toggleAll}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} url={url} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell({
  column,
  sort,
  url,
}: { column: TableColumn } & Pick<HeadProps, "sort" | "url">) {
  const direction =
    sort === column.id ? "ascending" : sort === `-${column.id}` ? "descending" : null;
  const right = column.align === "right";
  return (
    <th
      scope="col"
      aria-sort={direction ?? (column.sortable ? "none" : undefined)}
      style={column.width ? { width: column.width } : undefined}
      className={cx(headCellClass, right && alignRightClass, column.wideOnly && "phone:hidden")}
    >
      {column.sortable ? (
        <Link
          href={url.hrefWith({ sort: nextSort(column, direction) })}
          scroll={false}
          replace
          prefetch={false}
          className={cx(
            "-my-1 inline-flex min-h-6 items-center align-top gap-1 rounded hover:text-ink",
            direction && "text-ink",
            right && "flex-row-reverse",
          )}
        >
          {column.label}
          <SortMark direction={direction} />
        </Link>
      ) : column.hideLabel ? (
        <span className="sr-only">{column.label}</span>
      ) : (
        column.label
      )}
    </th>
  );
}

function SortMark({ direction }: { direction: "ascending" | "descending" | null }) {
  if (direction === null) return null;
  const Icon = direction === "ascending" ? ArrowUp : ArrowDown;
  return <Icon className="size-3" aria-hidden="true" />;
}

/** The sort a click on the header leads to: its first direction, then the other one. */
function nextSort(column: TableColumn, direction: "ascending" | "descending" | null): string {
  const descending = direction === null ? column.descFirst === true : direction === "ascending";
  return descending ? `-${column.id}` : column.id;
}
