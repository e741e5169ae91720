import { rateInterval } from "@/lib/metrics/domain/rate-interval";
import type { Outcome } from "./outcome";
import { partOf, quotientOf, ruleOf, sumOf, type WorkingLine, type WorkingPart } from "./working";

/** Which deals an outcome is of, as the list of deals filters them. */
export type DealGroup = Record<string, unknown>;

/** Won ÷ (won + lost) with its interval, the size of a won deal and the usual days to it, from the lists of deals. */
export function outcomeLines(
  { won, lost, revenue, cycle }: Outcome,
  deals: DealGroup,
): WorkingLine[] {
  const count = (kind: "won" | "lost", value: number): WorkingPart => ({
    ...{ label: { words: `working.parts.${kind}` }, value, unit: "count" },
    opens: { deals: { ...deals, kind } },
  });
  const wonDeals = count("won", won);
  const closed = sumOf({ label: { words: "working.parts.closed" }, unit: "count" }, [
    wonDeals,
    count("lost", lost),
  ]);
  const booked: WorkingPart = {
    ...{ label: { words: "working.parts.booked" }, value: revenue, unit: "money" },
    opens: { deals: { ...deals, kind: "won" } },
  };
  const days: WorkingPart = {
    ...{ label: { words: "working.parts.days" }, value: cycle, unit: "days" },
    opens: { deals: { ...deals, kind: "won" } },
  };
  const rate = { label: { words: "working.parts.rate" }, unit: "percent" } as const;
  return [
    closed,
    quotientOf(rate, [wonDeals, partOf(closed)]),
    ...intervalLines({ hits: won, n: won + lost }, [wonDeals, partOf(closed)]),
    sumOf({ label: booked.label, unit: "money" }, [booked]),
    quotientOf({ label: { words: "working.parts.size" }, unit: "money" }, [booked, wonDeals]),
    ruleOf({ label: days.label, unit: "days" }, cycle, [days]),
  ];
}

/** Both ends of Wilson's 95% interval of a rate. */
export function intervalLines(
  rate: { hits: number; n: number },
  parts: readonly WorkingPart[],
): WorkingLine[] {
  const interval = rateInterval(rate);
  return (["low", "high"] as const).map((end) =>
    ruleOf(
      { label: { words: `working.parts.${end}` }, unit: "percent" },
      interval?.[end] ?? null,
      parts,
    ),
  );
}
