"use client";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import type { Cursor, GridCursor } from "./use-grid-cursor";

type GridCellProps = {
  at: Cursor;
  cursor: GridCursor;
  text: string;
  edited: boolean;
  /** What is wrong with the number, and why it may not be changed. */
  problem: string | null;
  readOnly: string | null;
  locked?: boolean;
  /** Of less weight than the others: a draft, a hint. */
  quiet?: boolean;
  title?: string | undefined;
  className?: string;
  onOpen: () => void;
  /** The input, while the cell is edited. */
  children?: ReactNode;
};

/** One number of a grid: what it is, whether it is unsaved, and why it may not be changed. */
export function GridCell(props: GridCellProps) {
  const { at, cursor, text, edited, problem, readOnly, children } = props;
  const t = useTranslations("common");
  const { range, focus } = cursor;
  const selected =
    at.row >= range.top &&
    at.row <= range.bottom &&
    at.column >= range.left &&
    at.column <= range.right;
  const hint = readOnly ?? problem;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is a grid
      role="gridcell"
      data-cell={`${at.row}:${at.column}`}
      tabIndex={focus.row === at.row && focus.column === at.column ? 0 : -1}
      aria-selected={selected}
      aria-readonly={readOnly !== null}
      aria-invalid={problem !== null || undefined}
      title={hint ?? props.title}
      onMouseDown={(event) => {
        if (event.button === 0) cursor.select(at, event.shiftKey);
      }}
      onDoubleClick={props.onOpen}
      className={cx(
        "relative h-8 cursor-cell whitespace-nowrap border-grid border-b text-right text-sm tabular-nums focus-visible:-outline-offset-2",
        props.className ?? "min-w-24 px-2.5",
        readOnly ? "bg-sunken text-ink2" : null,
        selected && !children ? "group-focus-within/grid:bg-accent-soft" : null,
        cursor.isRange && selected && !children ? "bg-accent-soft" : null,
        props.quiet && !edited ? "text-ink2" : null,
        edited ? "font-semibold text-accent" : null,
        problem ? "bg-bad-soft text-bad" : null,
      )}
    >
      {edited ? (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 border-t-6 border-t-accent border-l-6 border-l-transparent"
        />
      ) : null}
      {props.locked ? (
        <Lock aria-hidden="true" className="mr-1 mb-0.5 inline size-3 text-muted" />
      ) : null}
      {text}
      {edited ? <span className="sr-only">{t("unsaved")}</span> : null}
      {hint ? <span className="sr-only">{hint}</span> : null}
      {children}
    </td>
  );
}
