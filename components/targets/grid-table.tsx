"use client";
import { useTranslations } from "next-intl";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { ScrollRegion } from "@/components/tables/scroll-region";
import type { GridColumn } from "@/lib/targets/domain/grid-paste";
import type { GridRow, TargetGrid } from "@/lib/targets/domain/target-grid";
import type { Tier } from "@/lib/targets/domain/target-kpi";
import type { TierView } from "./grid-columns";
import { GridFoot } from "./grid-foot";
import { GridHead } from "./grid-head";
import { GridRowView } from "./grid-row";
import type { TargetNumbers } from "./target-numbers";
import type { GridCommands } from "./use-grid-commands";
import type { GridCursor } from "./use-grid-cursor";
import type { GridEditor } from "./use-grid-editor";

export type GridTableProps = {
  grid: TargetGrid;
  editor: GridEditor;
  cursor: GridCursor;
  commands: GridCommands;
  columns: readonly GridColumn[];
  view: TierView;
  periodLabels: readonly string[];
  numbers: TargetNumbers;
  /** Cells (`row|period`) whose levels are out of order. */
  disordered: ReadonlySet<string>;
  onHistory: (row: GridRow, period: number) => void;
  hrefOfUnit: (unitId: string) => string;
  /** Decimals of the base currency. */
  moneyDigits: number;
  tierLabel: (tier: Tier) => string;
};

/** The grid for keyboard and mouse; see `useGridKeys` for its keys. */
export function GridTable(props: GridTableProps) {
  const { grid, cursor, commands } = props;
  const t = useTranslations("targets");
  const fromCell = (event: { target: EventTarget }) =>
    event.target instanceof Element && event.target.closest("[data-cell]") !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (fromCell(event)) commands.onKey(event);
  };
  const onClipboard = (event: ClipboardEvent, run: () => void) => {
    if (!fromCell(event)) return;
    event.preventDefault();
    run();
  };
  const label = t("gridLabel", { unit: grid.unitName });
  return (
    <ScrollRegion label={label} className="max-h-[75dvh]">
      <table
        ref={cursor.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the WAI-ARIA grid pattern on a table
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        className="group/grid w-full border-separate border-spacing-0"
        onKeyDown={onKeyDown}
        onCopy={(event) =>
          onClipboard(event, () => event.clipboardData.setData("text/plain", commands.copy()))
        }
        onCut={(event) =>
          onClipboard(event, () => event.clipboardData.setData("text/plain", commands.cut()))
        }
        onPaste={(event) =>
          onClipboard(event, () => commands.paste(event.clipboardData.getData("text/plain")))
        }
      >
        <GridHead {...props} />
        <tbody>
          {grid.rows.map((row, index) => (
            <GridRowView key={row.key} {...props} row={row} index={index} />
          ))}
        </tbody>
        {grid.rows.length > 1 ? <GridFoot {...props} /> : null}
      </table>
    </ScrollRegion>
  );
}
