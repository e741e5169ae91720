import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { BusinessDate } from "@/lib/shared/business-date";
import { addMonths } from "@/lib/shared/business-date";
import { shareOfLargest } from "./concentration";
import type { CustomersView, ProfileTrait } from "./customers-view";
import { outcomeLines } from "./outcome-lines";
import { RFM_SEGMENTS, type RfmCuts, type RfmSegment } from "./rfm";
import {
  countOf,
  keyIn,
  type More,
  medianOf,
  NOBODY,
  partOf,
  quotientOf,
  ruleOf,
  sumOf,
  type Working,
  type WorkingLine,
  type WorkingPart,
} from "./working";

/** Customers of a group, a page of them: each with what it brought. */
export type Members = { rows: WorkingPart[]; more: More; pages: { page: number; pages: number } };

/** The segments that bring most and come back, and those about to leave. */
export const GOOD: readonly RfmSegment[] = ["champions", "loyal"];
export const LEAVING: readonly RfmSegment[] = ["cannotLose", "atRisk"];

const GROUPS = { whole: RFM_SEGMENTS, good: GOOD, leaving: LEAVING };
type Group = keyof typeof GROUPS;

const CUSTOMERS = { words: "customers.rfm.customers" };
const REVENUE = { words: "customers.rfm.revenue" };
const PART = { words: "customers.rfm.part" };
const SHARE = { words: "customers.rfm.share" };

/** Customers and revenue of several segments together, and their shares of all. */
function groupWorking(view: CustomersView, group: Group): Working {
  const parts = (of: readonly RfmSegment[], what: "customers" | "revenue") =>
    view.segments
      .filter(({ segment }) => of.includes(segment))
      .map(
        (one): WorkingPart => ({
          label: { words: `customers.segments.${one.segment}` },
          value: one[what],
          unit: what === "customers" ? "count" : "money",
          opens: { at: `segment.${one.segment}` },
        }),
      );
  const sums = (of: readonly RfmSegment[]) => ({
    customers: sumOf({ label: CUSTOMERS, unit: "count" }, parts(of, "customers")),
    revenue: sumOf({ label: REVENUE, unit: "money" }, parts(of, "revenue")),
  });
  const own = sums(GROUPS[group]);
  const lines = [own.customers, own.revenue];
  const about = `working.about.${group}`;
  if (group === "whole") return { of: { words: "customers.rfm.total" }, about, lines };
  const shares = sharesOf(view, partOf(own.customers), partOf(own.revenue));
  return { of: { words: `working.of.${group}` }, about, lines: [...lines, ...shares] };
}

/** Shares of all customers and of all revenue. */
function sharesOf(view: CustomersView, customers: WorkingPart, revenue: WorkingPart) {
  const whole = groupWorking(view, "whole").lines.map((line) => ({
    ...partOf(line, { at: "whole" }),
    label: { words: "customers.rfm.total" },
  }));
  const [allCustomers = customers, allRevenue = revenue] = whole;
  return [
    quotientOf({ label: PART, unit: "percent" }, [customers, allCustomers]),
    quotientOf({ label: SHARE, unit: "percent" }, [revenue, allRevenue]),
  ];
}

/** A segment with its customers: how many, what they brought, and their shares of all. */
function segmentWorking(view: CustomersView, segment: RfmSegment, members: Members): Working {
  const customers = countOf(CUSTOMERS, members.rows, members.more);
  const revenue = sumOf({ label: REVENUE, unit: "money" }, members.rows, members.more);
  return {
    of: { words: `customers.segments.${segment}` },
    about: "working.about.segment",
    lines: [customers, revenue, ...sharesOf(view, partOf(customers), partOf(revenue))],
    pages: members.pages,
  };
}

/** Who brings how much, the largest first: what the curve of concentration is read off. */
function spreadWorking(view: CustomersView, members: Members): Working {
  const { spread } = view;
  const customers = countOf(CUSTOMERS, members.rows, members.more);
  const revenue = sumOf({ label: REVENUE, unit: "money" }, members.rows, members.more);
  const parts = [partOf(customers), partOf(revenue)];
  const share = (of: number, words: string) =>
    ruleOf({ label: { words }, unit: "percent" }, shareOfLargest(spread, of), parts);
  const count = { label: { words: "working.parts.fourFifths" }, unit: "count" } as const;
  return {
    of: { words: "customers.spread.title" },
    about: "working.about.spread",
    lines: [
      customers,
      revenue,
      share(0.2, "working.parts.largestFifth"),
      share(0.1, "working.parts.largestTenth"),
      ruleOf(count, spread.forFourFifths, parts),
    ],
    pages: members.pages,
  };
}

/** All that are silent: how many, and what they brought. */
function silentWorking({ silent }: CustomersView, members: Members): Working {
  const judged = { label: { words: "working.parts.judged" }, unit: "count" } as const;
  return {
    of: { words: "customers.silent.title" },
    about: "working.about.silent",
    with: { times: silent.times },
    lines: [
      countOf(CUSTOMERS, members.rows, members.more),
      sumOf({ label: REVENUE, unit: "money" }, members.rows, members.more),
      ruleOf(judged, silent.judged, []),
    ],
    pages: members.pages,
  };
}

/** What is known of one customer's orders: its days with an order, and where its measures lie among all. */
export type CustomerFacts = {
  name: { name: string; nameEn: string | null };
  id: string;
  days: readonly BusinessDate[];
  /** Days from its last order to the last day looked at. */
  silent: number;
  gaps: readonly { from: BusinessDate; to: BusinessDate; days: number }[];
};

/** The usual gap between one customer's orders, and how long it has been silent. */
function silenceWorking(view: CustomersView, facts: CustomerFacts): Working {
  const orders = (day: BusinessDate): FigureAddress => ({
    metric: "orders",
    range: { from: day, to: view.window.to },
    where: { ...view.where, customer: facts.id },
  });
  const gaps = facts.gaps.map(
    ({ from, to, days }): WorkingPart => ({
      ...{ label: { days: { from, to } }, value: days, unit: "days" },
      opens: { figure: orders(from) },
    }),
  );
  const last = facts.days.at(-1);
  const silent: WorkingPart = {
    label: last ? { days: { from: last, to: view.window.to } } : CUSTOMERS,
    ...{ value: facts.silent, unit: "days" },
    opens: last && { figure: orders(last) },
  };
  return {
    of: { named: facts.name },
    about: "working.about.silence",
    lines: [
      medianOf({ label: { words: "customers.silent.gap" }, unit: "days" }, gaps),
      sumOf({ label: { words: "customers.silent.for" }, unit: "days" }, [silent]),
    ],
  };
}

/** R, F and M of a customer: the measure, the cuts between fifths, and how many of them it lies above. */
function scoresWorking(view: CustomersView, id: string): Working | null {
  const one = view.customers.find((customer) => customer.id === id);
  if (!one) return null;
  const { cuts } = view;
  const at = { range: view.window, where: { ...view.where, customer: id } };
  const score = (measure: keyof RfmCuts, value: number, part: WorkingPart): WorkingLine =>
    ruleOf({ label: { words: `working.parts.score.${measure}` }, unit: "count" }, value, [
      part,
      ...cuts[measure].map((cut, index) => ({
        ...{ label: { words: "working.parts.cut", with: { n: index + 1 } }, value: cut },
        unit: part.unit,
      })),
    ]);
  const orders: WorkingPart = {
    ...{ label: { metric: "orders" }, value: one.frequency, unit: "count" },
    opens: { figure: { metric: "orders", ...at } },
  };
  const revenue: WorkingPart = {
    ...{ label: { metric: "revenue" }, value: one.monetary, unit: "money" },
    opens: { figure: { metric: "revenue", ...at } },
  };
  const recency: WorkingPart = {
    ...{ label: { words: "customers.scored.recency" }, value: one.recency, unit: "days" },
    opens: { figure: { metric: "customer_recency", ...at } },
  };
  return {
    of: { named: one },
    about: "working.about.scores",
    lines: [
      score("recency", one.r, recency),
      score("frequency", one.f, orders),
      score("monetary", one.m, revenue),
    ],
  };
}

/** Of all cohorts old enough, those active so many months on. */
function retentionWorking({ cohorts, where }: CustomersView, months: number): Working | null {
  const old = cohorts.filter(({ later }) => later.length >= months);
  const month = (from: BusinessDate) => ({ from, to: addMonths(from, 1) });
  const parts = (what: "active" | "size") =>
    old.map((cohort): WorkingPart => {
      const cell = cohort.later[months - 1];
      const base = month(cohort.month);
      const figure: FigureAddress =
        what === "size" || !cell
          ? { metric: "new_customers", range: base, where }
          : { metric: "cohort_retention", range: month(cell.month), base, where };
      return {
        label: { month: cohort.month },
        value: what === "size" ? cohort.size : (cell?.active ?? 0),
        ...{ unit: "count", opens: { figure } },
      };
    });
  if (old.length === 0) return null;
  const line = (words: string, what: "active" | "size") =>
    sumOf({ label: { words }, unit: "count" }, parts(what));
  const active = line("working.parts.active", "active");
  const size = line("customers.cohorts.size", "size");
  const label = { metric: "cohort_retention" } as const;
  return {
    of: { words: "working.of.after", with: { months } },
    about: "working.about.retention",
    lines: [active, size, quotientOf({ label, unit: "percent" }, [partOf(active), partOf(size)])],
  };
}

/** Closed deals by what their buyers judge by. */
function traitWorking(view: CustomersView, trait: ProfileTrait, key: string | null) {
  const one = view.traits.find((other) => other.trait === trait && other.key === key);
  if (!one) return null;
  const { rep, unit } = view.where;
  const { from, to } = view.window;
  const deals = {
    ...{ from, to, date: "closed", [trait]: [key ?? NOBODY] },
    ...{ owner: rep ? [rep] : undefined, unit: unit ?? undefined },
  };
  return {
    of: { words: traitWords(trait, key) },
    about: "working.about.outcome",
    lines: outcomeLines(one, deals),
  };
}

/** Where the word of a trait is: with those the form offers. */
function traitWords(trait: ProfileTrait, key: string | null): string {
  if (key === null) return "customers.profile.unsaid";
  const group = { driver: "drivers", motive: "motives", decision: "stages" }[trait];
  return `/customers.profile.${group}.${key}`;
}

/** What the database adds to the view for a working: the customers of a group, or the facts of one. */
export type CustomerDetail = { members?: Members; facts?: CustomerFacts };

/** The working of a figure of the page of customers; null where there is none of that name. */
export function customersWorking(
  view: CustomersView,
  at: string,
  { members, facts }: CustomerDetail,
): Working | null {
  const [kind = "", name = "", key] = at.split(".");
  if (kind in GROUPS) return groupWorking(view, kind as Group);
  if (kind === "segment" && members) return segmentWorking(view, name as RfmSegment, members);
  if (kind === "spread" && members) return spreadWorking(view, members);
  if (kind === "silent" && members) return silentWorking(view, members);
  if (kind === "silence" && facts) return silenceWorking(view, facts);
  if (kind === "scores") return scoresWorking(view, name);
  if (kind === "retention") return retentionWorking(view, Number(name));
  if (kind === "trait") return traitWorking(view, name as ProfileTrait, keyIn(key));
  return null;
}
