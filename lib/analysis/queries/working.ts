import "server-only";
import { labels } from "@/lib/metrics/data/labels";
import { CUSTOMER_MOVES, type CustomerMove } from "@/lib/metrics/domain/customer-bridge";
import { customersOfMove } from "@/lib/metrics/sql/customer-moves";
import { read, type Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { diffDays } from "@/lib/shared/business-date";
import { DEFAULT_PAGE_SIZE, type SearchParams } from "@/lib/shared/list-params";
import { lastDay } from "@/lib/shared/period";
import { windowOf } from "../data/window";
import { compareWorking } from "../domain/compare-working";
import { crossWorking } from "../domain/cross-working";
import { type CustomerDetail, customersWorking, type Members } from "../domain/customers-working";
import { allocationOf, effortWorking } from "../domain/effort-working";
import { exploreWorking } from "../domain/explore-working";
import { funnelWorking } from "../domain/funnel-working";
import { gapWorking } from "../domain/gap-working";
import { RFM_SEGMENTS, scoresOf } from "../domain/rfm";
import { trendsWorking } from "../domain/trends-working";
import type { Working, WorkingPart } from "../domain/working";
import {
  analysisParams,
  compareParams,
  customersParams,
  effortParams,
  exploreParams,
  gapParams,
  trendsParams,
  workingParams,
} from "../schema";
import { inactiveCustomers, orderDays } from "../sql/inactive-customers";
import { rfmCustomers } from "../sql/rfm";
import { kindHours } from "../sql/work-hours";
import { compare } from "./compare";
import { type Customers, customerAnalysis, RHYTHM } from "./customers";
import { effortAnalysis } from "./effort";
import { explore } from "./explore";
import { funnelAnalysis } from "./funnel";
import { explainGap, type Gap } from "./gap";
import { trendAnalysis } from "./trends";

/** A page of customers of a group of so many that brought so much together. */
function membersOf(
  rows: readonly WorkingPart[],
  all: { count: number; sum: number },
  page: number,
): Members {
  const shown = rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return {
    rows: [...rows],
    more: { count: all.count - rows.length, sum: all.sum - shown },
    pages: { page, pages: Math.max(1, Math.ceil(all.count / DEFAULT_PAGE_SIZE)) },
  };
}

const windowAt = (page: number) => ({
  limit: DEFAULT_PAGE_SIZE,
  offset: (page - 1) * DEFAULT_PAGE_SIZE,
});

async function rfmMembers(tx: Tx, view: Customers, segment: string, page: number) {
  const wanted = RFM_SEGMENTS.find((one) => one === segment);
  const own = view.segments.filter((one) => !wanted || one.segment === wanted);
  const question = { range: view.window, where: view.where };
  const rows = await rfmCustomers(tx, question, wanted && scoresOf(wanted), windowAt(page));
  const parts = rows.map(
    (one): WorkingPart => ({
      ...{ label: { named: one }, value: one.monetary, unit: "money" },
      opens: {
        figure: {
          metric: "revenue",
          range: view.window,
          where: { ...view.where, customer: one.id },
        },
      },
    }),
  );
  const count = own.reduce((sum, { customers }) => sum + customers, 0);
  return membersOf(parts, { count, sum: own.reduce((sum, { revenue }) => sum + revenue, 0) }, page);
}

/** What is looked at to tell a customer's own rhythm. */
const rhythmOf = (view: Customers) => ({ range: windowOf(view.frame, RHYTHM), where: view.where });

async function silentMembers(tx: Tx, view: Customers, page: number) {
  const { range, where } = rhythmOf(view);
  const question = { range, where };
  const found = await inactiveCustomers(tx, question, view.silent.times, windowAt(page));
  const parts = found.rows.map(
    (one): WorkingPart => ({
      ...{ label: { named: one }, value: one.revenue, unit: "money" },
      opens: { figure: { metric: "revenue", range, where: { ...where, customer: one.id } } },
    }),
  );
  return membersOf(parts, { count: found.inactive, sum: found.revenue }, page);
}

/** Of a customer that is listed as silent. */
async function rhythmFacts(tx: Tx, view: Customers, id: string) {
  if (!view.silent.rows.some((one) => one.id === id)) return undefined;
  const question = rhythmOf(view);
  const name = (await labels(tx, "customer", [id])).get(id);
  const days = await orderDays(tx, question, id);
  const last = days.at(-1);
  if (!name || !last) return undefined;
  const gaps = days.slice(1).flatMap((to, index) => {
    const from = days[index];
    return from ? [{ from, to, days: diffDays(from, to) }] : [];
  });
  return { id, name, days, gaps, silent: diffDays(last, lastDay(question.range)) };
}

async function customerDetail(
  tx: Tx,
  view: Customers,
  at: string,
  page: number,
): Promise<CustomerDetail> {
  const [kind = "", name = ""] = at.split(".");
  if (kind === "segment" || kind === "spread")
    return { members: await rfmMembers(tx, view, name, page) };
  if (kind === "silent") return { members: await silentMembers(tx, view, page) };
  return kind === "silence" ? { facts: await rhythmFacts(tx, view, name) } : {};
}

/** Customers that moved one way since the earlier period. */
async function movedMembers(tx: Tx, { bridges, frame }: Gap, move: CustomerMove, page: number) {
  const bar = bridges?.customers.bars.find(({ id }) => id === move);
  if (!bridges || !bar) return undefined;
  const { now, before } = bridges.customers;
  const asked = { now: now.address.range, before: before.address.range, where: frame.where };
  const rows = await customersOfMove(tx, asked, move, windowAt(page));
  const keys = rows.map(({ key }) => key);
  const names = await labels(tx, "customer", keys);
  const shown = move === "lost" ? before.address : now.address;
  const parts = rows.map(
    (one): WorkingPart => ({
      label: { named: names.get(one.key ?? "") ?? null },
      value: (one.now ?? 0) - (one.before ?? 0),
      unit: "money",
      opens: { figure: { ...shown, where: { ...shown.where, customer: one.key } } },
    }),
  );
  return membersOf(parts, { count: bar.count ?? 0, sum: bar.amount }, page);
}

async function customersFigure(scope: Scope, params: SearchParams, at: string, page: number) {
  const view = await customerAnalysis(scope, customersParams.parse(params));
  return read(scope, async (tx) =>
    customersWorking(view, at, await customerDetail(tx, view, at, page)),
  );
}

async function gapFigure(scope: Scope, params: SearchParams, at: string, page: number) {
  const view = await explainGap(scope, gapParams.parse(params));
  if (at.startsWith("cross.")) return crossWorking(view, at);
  const move = CUSTOMER_MOVES.find((one) => at === `bridge.customers.${one}`);
  if (!move) return gapWorking(view, at);
  const members = await read(scope, (tx) => movedMembers(tx, view, move, page));
  return gapWorking(view, at, members);
}

async function effortFigure(scope: Scope, params: SearchParams, at: string) {
  const view = await effortAnalysis(scope, effortParams.parse(params));
  const [kind = "", name = ""] = at.split(".");
  const one = kind === "hours" ? allocationOf(view, name) : null;
  if (!one) return effortWorking(view, at);
  const kinds = await read(scope, (tx) => kindHours(tx, view.window, one.where));
  return effortWorking(view, at, kinds);
}

/**
 * How a figure of a page of the analysis was worked out: the same page read again, and the parts of
 * that figure. The parts lead on, down to the records.
 * @throws NotFoundError where the address names no figure of the page
 */
export async function explainWorking(scope: Scope, params: SearchParams): Promise<Working> {
  const asked = workingParams.safeParse(params);
  if (!asked.success) throw new NotFoundError();
  const { tab, at, rows: page = 1 } = asked.data;
  const find = async (): Promise<Working | null> => {
    switch (tab) {
      case "compare":
        return compareWorking(await compare(scope, compareParams.parse(params)), at);
      case "customers":
        return customersFigure(scope, params, at, page);
      case "effort":
        return effortFigure(scope, params, at);
      case "explore":
        return exploreWorking(await explore(scope, exploreParams.parse(params)), at);
      case "funnel":
        return funnelWorking(await funnelAnalysis(scope, analysisParams.parse(params)), at);
      case "gap":
        return gapFigure(scope, params, at, page);
      case "trends":
        return trendsWorking(await trendAnalysis(scope, trendsParams.parse(params)), at);
    }
  };
  const working = await find();
  if (!working) throw new NotFoundError();
  return working;
}
