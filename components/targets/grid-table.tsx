"use client";
import { useTranslations } from "next-intl";
import { GridFrame } from "@/components/tables/grid-frame";
import type { GridCursor } from "@/components/tables/use-grid-cursor";
import type { GridColumn } from "@/lib/targets/domain/grid-paste";
import type { GridRow, TargetGrid } from "@/lib/targets/domain/target-grid";
import type { Tier } from "@/lib/targets/domain/target-kpi";
import type { TierView } from "./grid-columns";
import { GridFoot } from "./grid-foot";
import { GridHead } from "./grid-head";
import { GridRowView } from "./grid-row";
import type { TargetNumbers } from "./target-numbers";
import type { GridCommands } from "./use-grid-commands";
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

/** The grid for keyboard and mouse; see `onGridKey` for its keys. */
export function GridTable(props: GridTableProps) {
  const { grid, cursor, commands } = props;
  const t = useTranslations("targets");
  return (
    <GridFrame
      label={t("gridLabel", { unit: grid.unitName })}
      table={cursor.table}
      onKey={commands.onKey}
      copy={commands.copy}
      cut={commands.cut}
      paste={commands.paste}
    >
      <GridHead {...props} />
      <tbody>
        {grid.rows.map((row, index) => (
          <GridRowView key={row.key} {...props} row={row} index={index} />
        ))}
      </tbody>
      {grid.rows.length > 1 ? <GridFoot {...props} /> : null}
    </GridFrame>
  );
}
