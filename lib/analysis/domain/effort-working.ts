import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { rateDifference } from "@/lib/metrics/domain/rate-interval";
import type { Allocation, EffortView } from "./effort-view";
import type { Outcome } from "./outcome";
import { type DealGroup, outcomeLines } from "./outcome-lines";
import {
  differenceOf,
  keyIn,
  partOf,
  productOf,
  quotientOf,
  ruleOf,
  sumOf,
  type Working,
  type WorkingLine,
  type WorkingPart,
} from "./working";

/** Hours of one kind of activity: those that name their time, and the others at the middle one of the kind. */
export type KindHours = {
  kind: string;
  hours: number;
  untimed: number;
  /** The middle one, in minutes; null where none of the kind names a time. */
  usual: number | null;
};

const label = (words: string) => ({ words: `effort.allocation.${words}` });

function hourParts({ kind, hours, untimed, usual }: KindHours, at: FigureAddress): WorkingPart[] {
  const opens = { figure: { ...at, where: { ...at.where, activityKind: kind } } };
  const named = { words: `/activityForm.kinds.${kind}` };
  const timed: WorkingPart = { label: named, value: hours, unit: "ratio", opens };
  if (untimed === 0) return [timed];
  const words = "working.parts.untimedKind";
  const minutes = usual ?? 0;
  return [
    timed,
    {
      label: { words, with: { count: untimed, minutes } },
      ...{ value: (untimed * minutes) / 60, unit: "ratio", opens },
    },
  ];
}

/** Won deals, what they booked, and the work that went with them. */
function dealParts(one: Allocation, { window: range }: EffortView) {
  const at = (metric: "won_deals" | "average_deal_size", value: number | null): WorkingPart => ({
    ...{ label: { metric }, value, unit: metric === "won_deals" ? "count" : "money" },
    opens: { figure: { metric, range, where: one.where } },
  });
  const size = one.won === 0 ? null : one.booked / one.won;
  return { won: at("won_deals", one.won), size: at("average_deal_size", size) };
}

/** Hours of a unit or rep, its wins, and what an hour brought in itself and against the whole. */
function allocationWorking(view: EffortView, one: Allocation, kinds: readonly KindHours[]) {
  const { whole, hourCost, window: range } = view;
  const at = { metric: "activities", range, where: one.where } as const;
  const hours = sumOf(
    { label: label("hours"), unit: "ratio" },
    kinds.flatMap((kind) => hourParts(kind, at)),
  );
  const { won, size } = dealParts(one, view);
  const booked = productOf({ label: label("booked"), unit: "money" }, [size, won]);
  const price: WorkingPart = { label: { words: "effort.cost" }, value: hourCost, unit: "money" };
  const cost = productOf({ label: { words: "working.parts.cost" }, unit: "money" }, [
    partOf(hours),
    price,
  ]);
  const perHour = quotientOf({ label: label("perHour"), unit: "money" }, [
    partOf(booked),
    partOf(hours),
  ]);
  const all: WorkingPart = {
    ...{
      label: label("together"),
      value: whole.hours,
      unit: "ratio",
      opens: { at: "hours.whole" },
    },
  };
  const average: WorkingPart = {
    ...{ label: { words: "working.parts.average" }, unit: "money", opens: { at: "hours.whole" } },
    value: whole.hours === 0 ? null : whole.booked / whole.hours,
  };
  const lines: WorkingLine[] = [
    hours,
    quotientOf({ label: label("share"), unit: "percent" }, [partOf(hours), all]),
    quotientOf({ label: label("perWin"), unit: "ratio" }, [partOf(hours), won]),
    booked,
    perHour,
    cost,
    quotientOf({ label: label("perCost"), unit: "ratio" }, [partOf(booked), partOf(cost)]),
    quotientOf({ label: label("against"), unit: "ratio" }, [partOf(perHour), average]),
  ];
  const untimed: WorkingLine = sumOf(
    { label: { words: "working.parts.untimed" }, unit: "count" },
    kinds.map((kind) => ({
      ...{ label: { words: `/activityForm.kinds.${kind.kind}` }, value: kind.untimed },
      ...{
        unit: "count",
        opens: { figure: { ...at, where: { ...one.where, activityKind: kind.kind } } },
      },
    })),
  );
  const of = one === whole ? label("together") : { named: one.name };
  return { of, about: "working.about.hours", lines: [...lines, untimed] };
}

function dealsOf({ window: { from, to }, where: { rep, unit } }: EffortView): DealGroup {
  return {
    ...{ from, to, date: "closed", owner: rep ? [rep] : undefined, unit: unit ?? undefined },
  };
}

/** Closed deals with and without a kind of activity, and how far their rates lie apart. */
function kindWorking(view: EffortView, kind: string): Working | null {
  const one = view.kinds.find((other) => other.kind === kind);
  if (!one) return null;
  const deals = dealsOf(view);
  const rate = ({ won, lost }: Outcome) => ({ hits: won, n: won + lost });
  const difference = rateDifference(rate(one.done), rate(one.without));
  const withIt = outcomeLines(one.done, { ...deals, did: [kind] });
  const without = outcomeLines(one.without, { ...deals, notDid: [kind] }).map((line) => ({
    ...line,
    label: "words" in line.label ? { words: `${line.label.words}Without` } : line.label,
  }));
  const rates = [...withIt, ...without]
    .filter((line) => "words" in line.label && line.label.words.startsWith("working.parts.rate"))
    .map((line) => partOf(line));
  const [a, b] = rates;
  const points = (words: string, value: number | null) =>
    ruleOf({ label: { words }, unit: "points" }, value, rates);
  return {
    of: { words: `/activityForm.kinds.${kind}` },
    about: "working.about.kind",
    lines: [
      ...withIt,
      ...without,
      ...(a && b
        ? [differenceOf({ label: { words: "effort.kinds.difference" }, unit: "points" }, [a, b])]
        : []),
      points("working.parts.low", difference?.low ?? null),
      points("working.parts.high", difference?.high ?? null),
    ],
  };
}

/** Closed deals by how often the customer was visited. */
function visitWorking(view: EffortView, band: number): Working | null {
  const one = view.visits.find((other) => other.band === band);
  if (!one) return null;
  return {
    of: { words: `effort.visits.bands.${band}` },
    about: "working.about.visits",
    lines: outcomeLines(one, { ...dealsOf(view), visits: `${band}` }),
  };
}

/** The working of a figure of the page of effort; null where there is none of that name. */
export function effortWorking(
  view: EffortView,
  at: string,
  kinds?: readonly KindHours[],
): Working | null {
  const [kind = "", name = ""] = at.split(".");
  if (kind === "hours" && kinds) {
    const one = allocationOf(view, name);
    return one && allocationWorking(view, one, kinds);
  }
  if (kind === "kind") return kindWorking(view, name);
  if (kind === "visits") return visitWorking(view, Number(name));
  return null;
}

/** The member a working is named after; `whole` is all together. */
export function allocationOf(view: EffortView, name: string): Allocation | null {
  if (name === "whole") return view.whole;
  return view.allocations.find(({ key }) => key === keyIn(name)) ?? null;
}
