import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";
import type { StageKind } from "./deal";

/** Deals on one column that are sent with the page; the list has the rest. */
export const CARDS_PER_COLUMN = 25;
/** Closed deals stay on the board for this many days. */
export const CLOSED_DAYS = 30;

/** A stage with the sums over all deals in it, in base currency; null where none has the amount. */
export type BoardColumn = Reference & {
  kind: StageKind;
  count: number;
  expected: number | null;
  weighted: number | null;
  booked: number | null;
};

/** A deal as a card; amounts without "base" are in `currency`. */
export type BoardCard = {
  id: string;
  version: number;
  stageId: string;
  title: string;
  customer: Reference | null;
  owner: Reference;
  unitId: string;
  currency: string;
  expectedAmount: number | null;
  expectedBaseAmount: number | null;
  weighted: number | null;
  expectedCloseOn: BusinessDate | null;
  nextStepOn: BusinessDate | null;
  /** The lines' sum where all have an amount. */
  linesAmount: number | null;
  lines: number;
  /** Sales entered for it by hand. */
  entered: number;
  isShared: boolean;
};

/** The columns after a card has been put into another one, sums included; unchanged where it is unknown. */
export function moved<C extends Pick<BoardColumn, "id" | "count" | "expected">>(
  columns: readonly C[],
  card: Pick<BoardCard, "stageId" | "expectedBaseAmount">,
  to: string,
): C[] {
  const amount = card.expectedBaseAmount ?? 0;
  return columns.map((column) => {
    if (column.id === card.stageId && column.id !== to)
      return { ...column, count: column.count - 1, expected: (column.expected ?? 0) - amount };
    if (column.id === to && column.id !== card.stageId)
      return { ...column, count: column.count + 1, expected: (column.expected ?? 0) + amount };
    return column;
  });
}

/** The open stage beside another one, `by` places on; undefined at the ends. */
export function neighbour(
  columns: readonly Pick<BoardColumn, "id" | "kind">[],
  stageId: string,
  by: -1 | 1,
): string | undefined {
  const at = columns.findIndex((column) => column.id === stageId);
  return at < 0 ? undefined : columns[at + by]?.id;
}
