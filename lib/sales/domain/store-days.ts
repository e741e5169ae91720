import type { BusinessDate } from "@/lib/shared/business-date";
import type { Edits } from "@/lib/shared/cell-edits";
import type { Reference } from "@/lib/shared/named";
import { wholeUnits } from "@/lib/shared/typed-number";

export const MEASURES = ["quantity", "amount"] as const;
export type Measure = (typeof MEASURES)[number];

/** What one product sold in a store on a day, returns taken off; both of one sign, quantity never 0. */
export type DayLine = { quantity: number; amount: number };

export type DayRow = {
  product: Reference;
  category: Reference | null;
  /** In base currency; null where there is none, or one in another currency. */
  listPrice: number | null;
  /** What is stored, by day. */
  lines: Readonly<Partial<Record<BusinessDate, DayLine>>>;
};

/** A store's days as they are stored, for as many products as a person can look through. */
export type StoreDays = {
  unitId: string;
  days: readonly BusinessDate[];
  /** The last day that can be entered. */
  today: BusinessDate;
  /** Decimals of the base currency. */
  digits: number;
  rows: readonly DayRow[];
};

export type DayCell = { productId: string; day: BusinessDate };

/** `product|day`, the key of a line. */
export function lineKey({ productId, day }: DayCell): string {
  return `${productId}|${day}`;
}

/** `product|day|measure`, the address of a cell. */
export function cellAddress(cell: DayCell, measure: Measure): string {
  return `${lineKey(cell)}|${measure}`;
}

/** The line's key of an address. */
export function lineKeyOf(address: string): string {
  return address.slice(0, address.lastIndexOf("|"));
}

/** Product and day of a line's key. */
export function cellOf(key: string): DayCell {
  const [productId = "", day = ""] = key.split("|");
  return { productId, day: day as BusinessDate };
}

/** What is stored under a line's key; null where nothing is. */
export function storedLine(days: StoreDays, key: string): DayLine | null {
  const { productId, day } = cellOf(key);
  return days.rows.find((row) => row.product.id === productId)?.lines[day] ?? null;
}

/** The stored number at an address; null where there is none. */
export function storedNumber(days: StoreDays, address: string): number | null {
  const measure = address.endsWith("|quantity") ? "quantity" : "amount";
  return storedLine(days, lineKeyOf(address))?.[measure] ?? null;
}

/** The number shown at an address: what was typed, else what is stored. */
export function shownNumber(days: StoreDays, edits: Edits, address: string): number | null {
  const edit = edits[address];
  return edit === undefined ? storedNumber(days, address) : edit;
}

/** Both numbers of a line as they are shown. */
export function shownLine(days: StoreDays, edits: Edits, key: string) {
  const at = (measure: Measure) => shownNumber(days, edits, `${key}|${measure}`);
  return { quantity: at("quantity"), amount: at("amount") };
}

export type LineProblem = {
  measure: Measure;
  reason: "quantityMissing" | "amountMissing" | "signs";
};

/**
 * What keeps a line from being saved. A quantity needs an amount (0 for gifts) and an amount a
 * quantity other than 0; returned goods are negative in both.
 */
export function lineProblem(line: {
  quantity: number | null;
  amount: number | null;
}): LineProblem | null {
  const { quantity, amount } = line;
  if (quantity === null && amount === null) return null;
  if (quantity === null || quantity === 0)
    return quantity === 0 && !amount ? null : { measure: "quantity", reason: "quantityMissing" };
  if (amount === null) return { measure: "amount", reason: "amountMissing" };
  return quantity * amount < 0 ? { measure: "amount", reason: "signs" } : null;
}

/** Edited cells that cannot be saved as they are: address → why. */
export function problemsOf(
  days: StoreDays,
  edits: Edits,
): ReadonlyMap<string, LineProblem["reason"]> {
  const problems = new Map<string, LineProblem["reason"]>();
  for (const key of new Set(Object.keys(edits).map(lineKeyOf))) {
    const problem = lineProblem(shownLine(days, edits, key));
    if (problem) problems.set(`${key}|${problem.measure}`, problem.reason);
  }
  return problems;
}

/** What lines stood under the edits when they were first typed: key → line, null for none. */
export type Seen = Readonly<Record<string, DayLine | null>>;

/** Keeps for each edited line what it replaces, so that what somebody else has changed is noticed. */
export function rememberSeen(days: StoreDays, edits: Edits, seen: Seen): Seen {
  const keys = [...new Set(Object.keys(edits).map(lineKeyOf))];
  return Object.fromEntries(
    keys.map((key) => [key, key in seen ? (seen[key] ?? null) : storedLine(days, key)]),
  );
}

/** A line to save; null for none any more. */
export type DayChange = DayCell & { line: DayLine | null; seen: DayLine | null };

/** The edited lines; only without problems. A quantity of 0 is no line. */
export function changesOf(days: StoreDays, edits: Edits, seen: Seen): DayChange[] {
  return [...new Set(Object.keys(edits).map(lineKeyOf))].map((key) => {
    const { quantity, amount } = shownLine(days, edits, key);
    const line = quantity === null || quantity === 0 ? null : { quantity, amount: amount ?? 0 };
    return {
      ...cellOf(key),
      line,
      seen: key in seen ? (seen[key] ?? null) : storedLine(days, key),
    };
  });
}

/** Edits that still differ from what is stored. */
export function remainingEdits(days: StoreDays, edits: Edits): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([address, value]) => {
      const stored = storedNumber(days, address);
      return value !== stored && !(stored === null && value === 0);
    }),
  );
}

/** Amounts at list price for the lines that have a quantity only. */
export function amountsAtListPrice(days: StoreDays, edits: Edits): Edits {
  return Object.fromEntries(
    days.rows.flatMap(({ product, listPrice }) =>
      days.days.flatMap((day) => {
        const key = lineKey({ productId: product.id, day });
        const { quantity, amount } = shownLine(days, edits, key);
        if (listPrice === null || quantity === null || amount !== null) return [];
        const units = 10 ** days.digits;
        return [[`${key}|amount`, Number(wholeUnits(quantity * listPrice, days.digits)) / units]];
      }),
    ),
  );
}

/** A line somebody else has changed meanwhile, as it is now. */
export type DayConflict = DayCell & {
  line: DayLine | null;
  changedBy: Reference | null;
  changedAt: string | null;
};
