import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { FigureUnit } from "@/lib/figures/domain/figure-unit";
import { growthRate } from "@/lib/metrics/domain/growth";
import type { BusinessDate } from "@/lib/shared/business-date";
import { mean, median } from "@/lib/shared/median";
import type { Named } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";

/** The pages of the analysis whose figures can be opened. */
export const WORKED_TABS = [
  "compare",
  "gap",
  "trends",
  "customers",
  "funnel",
  "effort",
  "explore",
] as const;
export type WorkedTab = (typeof WORKED_TABS)[number];

/** What stands beside a number, to be put in words: a message under `analysis`, a metric, a name, a time. */
export type WorkingLabel =
  | { words: string; with?: Record<string, string | number> }
  | { metric: FigureAddress["metric"] }
  | { named: Named | null }
  | { days: Period }
  | { month: BusinessDate };

/** Where the records behind a part are: a figure's page, the list of deals, or the working of another figure. */
export type Opens = { figure: FigureAddress } | { deals: Record<string, unknown> } | { at: string };

/** A number that a figure is worked out from. */
export type WorkingPart = {
  label: WorkingLabel;
  value: number | null;
  unit: FigureUnit;
  opens?: Opens;
};

/** How a value comes from its parts; `rule`: by the rule that the working states. */
export type How =
  | "sum"
  | "count"
  | "difference"
  | "quotient"
  | "growth"
  | "product"
  | "mean"
  | "median"
  | "rule";

/** One figure of a working. `more`: parts that are on other pages. */
export type WorkingLine = {
  label: WorkingLabel;
  unit: FigureUnit;
  how: How;
  value: number | null;
  parts: readonly WorkingPart[];
  more?: More;
};

/** Parts that are not on the page: how many, and what they come to. */
export type More = { count: number; sum: number };

/** The figures that are worked out together, e.g. everything about one segment. */
export type Working = {
  /** What it is about: the segment, the member. */
  of: WorkingLabel;
  /** The definition: a message under `analysis.working.about`. */
  about: string;
  with?: Record<string, string | number>;
  lines: readonly WorkingLine[];
  pages?: { page: number; pages: number };
};

type Line = Pick<WorkingLine, "label" | "unit">;

const valuesOf = (parts: readonly WorkingPart[]) => parts.map(({ value }) => value);
const known = (parts: readonly WorkingPart[]) => valuesOf(parts).filter((value) => value !== null);

/** All parts together, those on other pages too; a part that is unknown adds nothing. */
export function sumOf(line: Line, parts: readonly WorkingPart[], more?: More): WorkingLine {
  const value = known(parts).reduce((total, one) => total + one, more?.sum ?? 0);
  return { ...line, how: "sum", value, parts, more };
}

/** How many parts there are, those on other pages too. */
export function countOf(
  label: WorkingLabel,
  parts: readonly WorkingPart[],
  more?: More,
): WorkingLine {
  const value = parts.length + (more?.count ?? 0);
  return { label, unit: "count", how: "count", value, parts, more };
}

type Two = readonly [WorkingPart, WorkingPart];

/** The first part without the second; null where one is unknown. */
export function differenceOf(line: Line, parts: Two): WorkingLine {
  const [a, b] = [parts[0].value, parts[1].value];
  return { ...line, how: "difference", value: a === null || b === null ? null : a - b, parts };
}

/** The first part ÷ the second; null where that is 0 or one is unknown. */
export function quotientOf(line: Line, parts: Two): WorkingLine {
  return { ...line, how: "quotient", value: ratio(parts[0].value, parts[1].value), parts };
}

/** (the first − the second) ÷ |the second|. */
export function growthOf(line: Line, parts: Two): WorkingLine {
  return { ...line, how: "growth", value: growthRate(parts[0].value, parts[1].value), parts };
}

/** The parts multiplied; null where one is unknown. */
export function productOf(line: Line, parts: readonly WorkingPart[]): WorkingLine {
  const value = valuesOf(parts).reduce(
    (product, one) => (product === null || one === null ? null : product * one),
    1,
  );
  return { ...line, how: "product", value, parts };
}

/** The mean of the parts that are known. */
export function meanOf(line: Line, parts: readonly WorkingPart[]): WorkingLine {
  return { ...line, how: "mean", value: mean(known(parts)), parts };
}

/** The middle of the parts that are known. */
export function medianOf(line: Line, parts: readonly WorkingPart[]): WorkingLine {
  return { ...line, how: "median", value: median(known(parts)), parts };
}

/** A value found by the rule that the working states, from these parts. */
export function ruleOf(
  line: Line,
  value: number | null,
  parts: readonly WorkingPart[],
): WorkingLine {
  return { ...line, how: "rule", value, parts };
}

/** A line as a part of another one. */
export function partOf({ label, unit, value }: WorkingLine, opens?: Opens): WorkingPart {
  return { label, unit, value, opens };
}

/** The page with a working: the page of the analysis as it was asked for, and which of its figures. */
export function workingHref(self: string, at: string): string {
  return `/analysis/figure?${self}&at=${encodeURIComponent(at)}`;
}

/** A page of the analysis with its choices, as a part of an address. */
export function selfOf(
  tab: WorkedTab,
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  const self = new URLSearchParams({ tab });
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) self.set(name, `${value}`);
  return self.toString();
}

/** In the name of a working: records without a key. */
export const NOBODY = "none";

/** The key at the end of the name of a working. */
export const keyIn = (text: string | undefined): string | null =>
  text === undefined || text === NOBODY ? null : text;
