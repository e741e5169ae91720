import {
  addDays,
  addMonths,
  type BusinessDate,
  diffDays,
  earlier,
  later,
  startOfMonth,
} from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** Days or whole months to add up; `minus`: to take off again. */
export type RollupSpan = Period & { by: "month" | "day"; minus?: true };

/**
 * Cuts a range into what is quickest to read: whole months, and of a month it holds in part either its days
 * or the month without the others, whichever has fewer days up to `asOf` (later ones hold hardly anything).
 * A month in which something changes that the question depends on (`changes`: days on which a unit moves)
 * is read day by day; a change on the first of a month spoils none. Spans less those to take off are the range.
 */
export function rollupSpans(
  range: Period,
  changes: readonly BusinessDate[],
  asOf: BusinessDate,
): RollupSpan[] {
  if (range.from >= range.to) return [];
  const spoilt = changes.filter((day) => startOfMonth(day) !== day).map(startOfMonth);
  const partial = [range.from, addDays(range.to, -1)].map(startOfMonth);
  // Months between these are whole, however many there are.
  const apart = [...new Set([...spoilt, ...partial])]
    .filter((month) => nextMonth(month) > range.from && month < range.to)
    .sort();
  const spans: RollupSpan[] = [];
  let at = startOfMonth(range.from);
  for (const month of apart) {
    if (at < month) spans.push({ by: "month", from: at, to: month });
    at = nextMonth(month);
    spans.push(...inMonth({ from: month, to: at }, range, spoilt.includes(month), asOf));
  }
  return joined(spans);
}

/** A month of a range, of which it may hold a part only. */
function inMonth(
  month: Period,
  range: Period,
  isSpoilt: boolean,
  asOf: BusinessDate,
): RollupSpan[] {
  const part = { from: later(range.from, month.from), to: earlier(range.to, month.to) };
  const rest = [
    { from: month.from, to: part.from },
    { from: part.to, to: month.to },
  ].filter(({ from, to }) => from < to);
  const days = (spans: readonly Period[]) => spans.reduce((sum, span) => sum + past(span, asOf), 0);
  if (isSpoilt || (rest.length > 0 && days(rest) >= days([part]))) return [{ ...part, by: "day" }];
  return [
    { ...month, by: "month" },
    ...rest.map((span): RollupSpan => ({ ...span, by: "day", minus: true })),
  ];
}

/** The first of the next month; of the last month there is, its last day. */
function nextMonth(day: BusinessDate): BusinessDate {
  return startOfMonth(day) < "9999-12-01" ? addMonths(startOfMonth(day), 1) : "9999-12-31";
}

/** The range with all of its first and last month. */
export function wholeMonths({ from, to }: Period): Period {
  return { from: startOfMonth(from), to: from < to ? nextMonth(addDays(to, -1)) : to };
}

/** Days of a span up to `asOf`. */
const past = ({ from, to }: Period, asOf: BusinessDate): number =>
  Math.max(0, diffDays(from, earlier(to, addDays(asOf, 1))));

/** Spans of a kind that follow each other are read as one. */
function joined(spans: readonly RollupSpan[]): RollupSpan[] {
  const all: RollupSpan[] = [];
  for (const span of spans) {
    const at = all.findLastIndex(({ minus }) => minus === span.minus);
    const before = all[at];
    if (before?.by === span.by && before.to === span.from) all[at] = { ...before, to: span.to };
    else all.push(span);
  }
  return all;
}

/** The whole that contains every range; null of none. */
export function hullOf(ranges: readonly Period[]): Period | null {
  const [first] = ranges;
  if (!first) return null;
  return ranges.reduce(
    (hull, { from, to }) => ({
      from: earlier(from, hull.from),
      to: later(to, hull.to),
    }),
    { from: first.from, to: first.to },
  );
}
