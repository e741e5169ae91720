import type { BusinessDate } from "@/lib/shared/business-date";
import type { Edits } from "@/lib/shared/cell-edits";
import { type GridRange, placeBlock } from "@/lib/shared/grid-range";
import { type NumberRule, parseTypedNumber } from "@/lib/shared/typed-number";
import { cellAddress, MEASURES, type Measure, type StoreDays } from "./store-days";

export type DayColumn = { day: BusinessDate; measure: Measure };

/** The columns that are typed into: each day with quantity and amount. */
export function dayColumns(days: readonly BusinessDate[]): DayColumn[] {
  return days.flatMap((day) => MEASURES.map((measure) => ({ day, measure })));
}

/** What may be typed: quantities with three decimals, amounts in the smallest unit; negative for returns. */
export function measureRule(measure: Measure, digits: number): NumberRule {
  return measure === "quantity"
    ? { kind: "count", digits: 3, min: -1e9, max: 1e9 }
    : { kind: "money", digits, min: -1e12, max: 1e12 };
}

export type PastedDays = {
  changes: Edits;
  /** Cells of days that have not come yet. */
  future: number;
  /** Texts that are no numbers. */
  rejected: readonly string[];
  /** Cells of the block outside the grid. */
  outside: number;
};

/** Puts a block of texts into the grid; cells that cannot take theirs stay as they are and are counted. */
export function pasteDays(
  days: StoreDays,
  columns: readonly DayColumn[],
  range: GridRange,
  block: readonly (readonly string[])[],
): PastedDays {
  const changes: Record<string, number | null> = {};
  const rejected: string[] = [];
  let [future, outside] = [0, 0];
  placeBlock(range, block, (rowAt, columnAt, text) => {
    const row = days.rows[rowAt];
    const column = columns[columnAt];
    if (!row || !column) {
      outside += 1;
    } else if (column.day > days.today) {
      future += 1;
    } else {
      const parsed = parseTypedNumber(text, measureRule(column.measure, days.digits));
      const address = cellAddress({ productId: row.product.id, day: column.day }, column.measure);
      if (parsed.ok) changes[address] = parsed.value;
      else rejected.push(`“${text.slice(0, 30)}”`);
    }
  });
  return { changes, future, rejected, outside };
}
