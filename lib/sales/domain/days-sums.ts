import type { BusinessDate } from "@/lib/shared/business-date";
import type { Edits } from "@/lib/shared/cell-edits";
import { wholeUnits } from "@/lib/shared/typed-number";
import { cellAddress, type Measure, type StoreDays, shownNumber } from "./store-days";

/** The addresses of one measure over these products and days. */
export function addressesOf(
  products: readonly string[],
  days: readonly BusinessDate[],
  measure: Measure,
): string[] {
  return products.flatMap((productId) =>
    days.map((day) => cellAddress({ productId, day }, measure)),
  );
}

/** The exact sum of what is shown at these addresses; null where all are empty. */
export function sumOf(days: StoreDays, edits: Edits, addresses: readonly string[]): number | null {
  const shown = addresses
    .map((address) => shownNumber(days, edits, address))
    .filter((value) => value !== null);
  if (shown.length === 0) return null;
  const scale = Math.max(3, days.digits);
  return Number(shown.reduce((sum, value) => sum + wholeUnits(value, scale), 0n)) / 10 ** scale;
}

/** What is stored, in short: products with a line, their sums, and days so far without any line. */
export function daysInShort({ rows, days, today }: StoreDays) {
  const lines = rows.flatMap((row) =>
    Object.values(row.lines).filter((line) => line !== undefined),
  );
  const past = days.filter((day) => day <= today);
  return {
    products: rows.filter((row) => Object.keys(row.lines).length > 0).length,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    missing: past.filter((day) => rows.every((row) => !row.lines[day])).length,
  };
}
