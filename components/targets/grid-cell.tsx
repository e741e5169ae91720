"use client";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { ReadOnlyReason, TargetStatus } from "@/lib/targets/domain/target-grid";

type GridCellViewProps = {
  place: string;
  text: string;
  focused: boolean;
  selected: boolean;
  /** Selected together with others. */
  inRange: boolean;
  edited: boolean;
  disordered: boolean;
  readOnly: ReadOnlyReason | "locked" | null;
  status: TargetStatus;
  empty: boolean;
  onPointer: (extend: boolean) => void;
  onOpen: () => void;
  /** The input, while the cell is edited. */
  children?: ReactNode;
};

/** One number of the grid: what it is, whether it is unsaved, and why it may not be changed. */
export function GridCellView(props: GridCellViewProps) {
  const { text, focused, selected, inRange, edited, disordered, readOnly, children } = props;
  const t = useTranslations("targets");
  const hint = readOnly ? t(`readOnly.${readOnly}`) : disordered ? t("tierOrder") : null;
  const isDraft = props.status === "draft" && !props.empty;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is a grid
      role="gridcell"
      data-cell={props.place}
      tabIndex={focused ? 0 : -1}
      aria-selected={selected}
      aria-readonly={readOnly !== null}
      aria-invalid={disordered || undefined}
      title={hint ?? (props.empty ? undefined : t(`status.${props.status}`))}
      onMouseDown={(event) => {
        if (event.button === 0) props.onPointer(event.shiftKey);
      }}
      onDoubleClick={props.onOpen}
      className={cx(
        "relative h-8 min-w-24 cursor-cell whitespace-nowrap border-grid border-b px-2.5 text-right text-sm tabular-nums focus-visible:-outline-offset-2",
        readOnly ? "bg-sunken text-ink2" : null,
        selected && !children ? "group-focus-within/grid:bg-accent-soft" : null,
        inRange && !children ? "bg-accent-soft" : null,
        isDraft && !edited ? "text-ink2" : null,
        edited ? "font-semibold text-accent" : null,
        disordered ? "text-bad" : null,
      )}
    >
      {edited ? (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 border-t-6 border-t-accent border-l-6 border-l-transparent"
        />
      ) : null}
      {readOnly === "locked" ? (
        <Lock aria-hidden="true" className="mr-1 mb-0.5 inline size-3 text-muted" />
      ) : null}
      {text}
      {edited ? <span className="sr-only">{t("unsavedMark")}</span> : null}
      {readOnly ? <span className="sr-only">{hint}</span> : null}
      {children}
    </td>
  );
}
