import type { GridCursor } from "@/components/tables/use-grid-cursor";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { DayColumn } from "@/lib/sales/domain/days-paste";
import type { LineProblem } from "@/lib/sales/domain/store-days";
import type { DaysCommands } from "./use-days-commands";
import type { DaysEditor } from "./use-days-editor";

/** What a store sold on a day by other ways than its grid. */
export type Elsewhere = { day: string; lines: number; amount: number };

export type DaysTableProps = {
  label: string;
  editor: DaysEditor;
  cursor: GridCursor;
  commands: DaysCommands;
  columns: readonly DayColumn[];
  problems: ReadonlyMap<string, LineProblem["reason"]>;
  elsewhere: readonly Elsewhere[];
  format: Formatter;
};
