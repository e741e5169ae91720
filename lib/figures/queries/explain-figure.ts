import "server-only";
import { activityListHref } from "@/lib/activities/schema";
import { listActivities } from "@/lib/activities/sql/list-activities";
import { dealListHref } from "@/lib/deals/schema";
import { listDeals } from "@/lib/deals/sql/list-deals";
import { feedbackListHref } from "@/lib/feedback/schema";
import { listFeedback } from "@/lib/feedback/sql/list-feedback";
import { labels } from "@/lib/metrics/data/labels";
import type { FilterName } from "@/lib/metrics/domain/dimensions";
import { isMeasured } from "@/lib/metrics/domain/figure";
import { type CustomersAsked, customerRecords } from "@/lib/metrics/sql/customer-records";
import { stageEntryRecords } from "@/lib/metrics/sql/stage-entry-records";
import { wasMember } from "@/lib/people/data/was-member";
import { read, type Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { saleListHref } from "@/lib/sales/schema";
import { listSales } from "@/lib/sales/sql/list-sales";
import { type BusinessContext, businessContext } from "@/lib/settings/data/business-context";
import type { BusinessDate } from "@/lib/shared/business-date";
import { DEFAULT_PAGE_SIZE, hrefWith, type SearchParams } from "@/lib/shared/list-params";
import { previousPeriod } from "@/lib/shared/period";
import { isCombinedMetric, isTargetMetric } from "@/lib/targets/domain/target-figure";
import { againstTarget, ownWhere, periodOf, standingOfKpi } from "../data/against-target";
import { comparedFigure, measuredAt } from "../data/compared-figure";
import type { ExplainedFigure, Records } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";
import { type CustomerList, recordList } from "../domain/record-link";
import { figureQuery, recordsPage } from "../schema";

async function records(
  tx: Tx,
  address: FigureAddress,
  { today, digits, organisation }: BusinessContext,
  { page, n }: { page: number; n: number },
): Promise<Records | null> {
  const found = recordList(address, today, organisation.followUpDays);
  if (found === null) return null;
  if (found.list === "sales") {
    const filter = found.filter as Parameters<typeof saleListHref>[0];
    return { kind: "sales", rows: await listSales(tx, filter), href: saleListHref(filter) };
  }
  if (found.list === "deals") {
    const filter = found.filter as Parameters<typeof dealListHref>[0];
    return { kind: "deals", rows: await listDeals(tx, filter, digits), href: dealListHref(filter) };
  }
  if (found.list === "feedback") {
    const filter = found.filter as Parameters<typeof feedbackListHref>[0];
    const rows = await listFeedback(tx, filter);
    return { kind: "feedback", rows, href: feedbackListHref(filter) };
  }
  if (found.list === "activities") {
    const filter = found.filter as Parameters<typeof activityListHref>[0];
    const rows = await listActivities(tx, filter);
    return { kind: "activities", rows, href: activityListHref(filter) };
  }
  const { metric, range, where } = address;
  const pages = Math.max(1, Math.ceil(n / DEFAULT_PAGE_SIZE));
  const shown = { page: Math.min(page, pages), pages };
  if (found.list === "stageEntries") {
    const matureOnly = metric === "stage_conversion";
    const wanted = { range, where, asOf: today, matureOnly, page: shown.page };
    return { kind: "stageEntries", rows: await stageEntryRecords(tx, wanted), ...shown };
  }
  const rows = await customerRecords(tx, { ...customersOf(found.list, address), ...shown });
  return { kind: "customers", rows, ...shown };
}

/** Which customers a figure counts: of a churn or a retention all there were, marked where they came back. */
function customersOf(
  list: CustomerList,
  { range, base = range, where }: FigureAddress,
): Omit<CustomersAsked, "page"> {
  if (list === "cohort") return { counted: "firstOrder", range: base, again: range, where };
  if (list === "newCustomers") return { counted: "firstOrder", range, where };
  if (list === "activeCustomers") return { counted: "anyOrder", range, where };
  return { counted: "anyOrder", range: previousPeriod(range), again: range, where };
}

/** A compared figure has a second set of records: those of what it is held against. */
function baseHref(address: FigureAddress, today: BusinessDate): string | undefined {
  const { base, part, where } = address;
  if (!base && !part) return undefined;
  const other = part ? { ...address, where: { ...where, [part]: undefined } } : address;
  const found = recordList({ ...other, range: base ?? address.range }, today);
  if (found?.list === "sales")
    return saleListHref(found.filter as Parameters<typeof saleListHref>[0]);
  return found?.list === "deals"
    ? dealListHref(found.filter as Parameters<typeof dealListHref>[0])
    : undefined;
}

async function filters(tx: Tx, where: FigureAddress["where"]): Promise<ExplainedFigure["filters"]> {
  const found: ExplainedFigure["filters"] = [];
  for (const [name, key] of Object.entries(where)) {
    if (key === undefined) continue;
    const dimension = name as FilterName;
    const label = key === null ? null : ((await labels(tx, dimension, [key])).get(key) ?? null);
    if (key !== null && !label) throw new NotFoundError();
    found.push({ dimension, label });
  }
  return found;
}

type Computed = Pick<ExplainedFigure, "figure" | "parts" | "standing" | "targetsHref"> & {
  /** Whose records are behind it; of a figure against a target the KPI so far. */
  recordsOf: FigureAddress;
};

async function compute(
  tx: Tx,
  scope: Scope,
  address: FigureAddress,
  context: BusinessContext,
): Promise<Computed | null> {
  const { metric } = address;
  if (isTargetMetric(metric) || isCombinedMetric(metric)) {
    const found = await againstTarget(tx, scope, context, address);
    if (!found) return null;
    const { figure, parts, actual, period } = found;
    const targetsHref = hrefWith("/targets", { unit: address.where.unit, period: period.code });
    const range = metric === "coverage_to_go" ? address.range : actual.range;
    return { figure, parts, targetsHref, recordsOf: { ...address, range } };
  }
  if (metric === "linearity" && periodOf(context, address.range)?.kind !== "quarter") return null;
  const { fiscalYearStartMonth, firstDayOfWeek } = context.organisation;
  const calendar = { fiscalYearStartMonth, firstDayOfWeek };
  const settings = { asOf: context.today, calendar, digits: context.digits };
  const computed = isMeasured(metric)
    ? { figure: await measuredAt(tx, address, settings), parts: [] }
    : await comparedFigure(tx, address, settings);
  return { ...computed, standing: await standingOfKpi(tx, context, address), recordsOf: address };
}

/** Whose figures may be asked for by name: a rep the own, a manager those of the own units. */
function mayAsk(
  scope: Scope,
  { rep, manager, unit, direct, region }: FigureAddress["where"],
): boolean {
  if (scope.role === "admin") return true;
  if (scope.role === "rep") {
    const ofOthers = [manager, unit, direct, region].some((id) => id !== undefined);
    return !ofOthers && (rep === undefined || rep === scope.userId);
  }
  const visible = new Set([...scope.unitIds, ...scope.pastUnitIds]);
  return [unit, direct].every((id) => !id || visible.has(id));
}

/** A manager may ask by name for whoever is or was a member of a unit they may see, and for themselves. */
async function mayAskFor(tx: Tx, scope: Scope, rep: string | null | undefined): Promise<boolean> {
  if (scope.role !== "manager" || !rep || rep === scope.userId) return true;
  return wasMember(tx, rep, [...scope.unitIds, ...scope.pastUnitIds]);
}

/**
 * A figure with its parts and the records behind it.
 * @throws NotFoundError where the address names nothing that may be seen
 */
export async function explainFigure(
  scope: Scope,
  metric: string,
  params: SearchParams,
): Promise<ExplainedFigure> {
  const asked = figureQuery.safeParse({ ...params, metric });
  if (!asked.success) throw new NotFoundError();
  if (!mayAsk(scope, asked.data.where)) throw new NotFoundError();
  return read(scope, async (tx) => {
    const context = await businessContext(tx);
    if (!(await mayAskFor(tx, scope, asked.data.where.rep))) throw new NotFoundError();
    const ofTargets = isTargetMetric(asked.data.metric) || isCombinedMetric(asked.data.metric);
    const where = ofTargets ? await ownWhere(tx, scope, asked.data.where) : asked.data.where;
    const address = { ...asked.data, where };
    const named = await filters(tx, where);
    const computed = await compute(tx, scope, address, context);
    if (!computed) throw new NotFoundError();
    const { recordsOf, ...explained } = computed;
    const window = { page: recordsPage.parse(params), n: explained.figure.n };
    const shown = await records(tx, recordsOf, context, window);
    const base = baseHref(address, context.today);
    return { address, filters: named, records: shown, baseHref: base, ...explained };
  });
}
