import {
  addDays,
  addMonths,
  type BusinessDate,
  diffDays,
  earlier,
  later,
  startOfMonth,
} from "@/lib/shared/business-date";
import { type Period, splitPeriod } from "@/lib/shared/period";

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
  const spoilt = new Set(changes.filter((day) => startOfMonth(day) !== day).map(startOfMonth));
  const spans = monthsAround(range).flatMap((month): RollupSpan[] => {
    const part = { from: later(range.from, month.from), to: earlier(range.to, month.to) };
    const rest = [
      { from: month.from, to: part.from },
      { from: part.to, to: month.to },
    ].filter(({ from, to }) => from < to);
    const days = (spans: readonly Period[]) =>
      spans.reduce((sum, span) => sum + past(span, asOf), 0);
    if (spoilt.has(month.from) || (rest.length > 0 && days(rest) >= days([part])))
      return [{ ...part, by: "day" }];
    return [
      { ...month, by: "month" },
      ...rest.map((span): RollupSpan => ({ ...span, by: "day", minus: true })),
    ];
  });
  return joined(spans);
}

/** The whole months that contain the range. */
export function monthsAround({ from, to }: Period): Period[] {
  const last = startOfMonth(addDays(to, -1));
  return splitPeriod({ from: startOfMonth(from), to: addMonths(last, 1) }, "month");
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
