import type { FigureUnit } from "@/lib/figures/domain/figure-unit";
import { addMonths, monthOf } from "@/lib/shared/business-date";
import { AROUND } from "./decompose";
import { LOW_RULE } from "./persistent-low";
import type { LowProduct, TrendMonth, TrendsView } from "./trends-view";
import {
  growthOf,
  meanOf,
  partOf,
  ruleOf,
  sumOf,
  type Working,
  type WorkingLine,
  type WorkingPart,
} from "./working";

const unitOf = ({ metric }: TrendsView): FigureUnit => (metric === "revenue" ? "money" : "count");

/** What was sold in a month; with the season taken out where a value of its own is given. */
function monthPart(
  view: TrendsView,
  { month, value }: TrendMonth,
  shown: number | null = value,
): WorkingPart {
  const { metric, where } = view;
  const range = { from: month, to: addMonths(month, 1) };
  return {
    ...{ label: { month }, value: shown, unit: unitOf(view) },
    opens: { figure: { metric, range, where } },
  };
}

/** The trend of a month: the mean of the months around it without their season. */
function trendLine(view: TrendsView, at: number): WorkingLine {
  const around = view.months.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  const month = view.months[at]?.month;
  const words = { words: "trends.course.trend" };
  return meanOf(
    { label: month ? { month } : words, unit: unitOf(view) },
    around.map((one) => monthPart(view, one, one.adjusted)),
  );
}

/** The trend against a year ago. */
function trendWorking(view: TrendsView): Working {
  const last = view.months.length - 1;
  const [now, then] = [trendLine(view, last), trendLine(view, last - 12)];
  return {
    of: { words: "trends.course.trend" },
    about: "working.about.trend",
    lines: [
      growthOf({ label: { words: "working.parts.yearAgo" }, unit: "percent" }, [
        partOf(now),
        partOf(then),
      ]),
      now,
      then,
    ],
  };
}

/** How far the level changed in a month, from the whole series without season. */
function shiftWorking(view: TrendsView, month: string): Working | null {
  const shift = view.shifts.find((one) => one.month === month);
  if (!shift) return null;
  const parts = view.months.map((one) => monthPart(view, one, one.adjusted));
  const line = { label: { words: "trends.shifts.change" }, unit: "percent" } as const;
  return {
    of: { month: shift.month },
    about: "working.about.shift",
    lines: [ruleOf(line, shift.change, parts)],
  };
}

/** How busy each month of the year is. */
function seasonWorking(view: TrendsView): Working | null {
  if (!view.seasons) return null;
  const lines = view.seasons.flatMap(({ month, factor }) => {
    const own = view.months.filter((one) => monthOf(one.month) === month);
    const [first] = own;
    const parts = own.map((one) => monthPart(view, one));
    if (!first) return [];
    const line = { label: { month: first.month }, unit: "percent" } as const;
    const words = { label: { words: "working.parts.overOrdinary" }, unit: "percent" } as const;
    return [ruleOf(line, factor, parts), ruleOf(words, factor - 1, [])];
  });
  return { of: { words: "trends.seasons.title" }, about: "working.about.season", lines };
}

/** A product against the others, month by month, and what the test says of it. */
function lowWorking(view: TrendsView, one: LowProduct): Working {
  const shown = view.months.slice(-one.index.length);
  const index = shown.map(
    (month, at): WorkingPart => ({
      ...monthPart(view, month, one.index[at] ?? null),
      ...{ unit: "percent" },
      opens: {
        figure: {
          ...{ metric: view.metric, where: { ...view.where, product: one.key } },
          range: { from: month.month, to: addMonths(month.month, 1) },
        },
      },
    }),
  );
  const last = view.months.at(-1)?.month;
  const to = last && addMonths(last, 1);
  const sold: WorkingPart = {
    ...{ label: { words: "trends.low.sold" }, value: one.sold, unit: unitOf(view) },
    opens: to && {
      figure: {
        ...{ metric: view.metric, range: { from: addMonths(to, -12), to } },
        where: { ...view.where, product: one.key },
      },
    },
  };
  const level = { label: { words: "trends.low.level" }, unit: "percent" } as const;
  return {
    of: { named: one.name },
    about: "working.about.low",
    lines: [
      meanOf(level, index.slice(-LOW_RULE.months)),
      ruleOf({ label: { words: "working.parts.tau" }, unit: "ratio" }, one.tau, index),
      ruleOf({ label: { words: "working.parts.q" }, unit: "ratio" }, one.q, index),
      sumOf({ label: sold.label, unit: sold.unit }, [sold]),
    ],
  };
}

/** The working of a figure of the page of trends; null where there is none of that name. */
export function trendsWorking(view: TrendsView, at: string): Working | null {
  const [kind = "", name = ""] = at.split(".");
  if (kind === "trend") return view.months.length > 12 ? trendWorking(view) : null;
  if (kind === "season") return seasonWorking(view);
  if (kind === "shift") return shiftWorking(view, name);
  const product = view.products.find(({ key }) => key === name);
  return kind === "low" && product ? lowWorking(view, product) : null;
}
