import "server-only";
import { dealListHref } from "@/lib/deals/schema";
import { listDeals } from "@/lib/deals/sql/list-deals";
import { wasMember } from "@/lib/people/data/was-member";
import { read, type Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { saleListHref } from "@/lib/sales/schema";
import { listSales } from "@/lib/sales/sql/list-sales";
import { businessContext } from "@/lib/settings/data/business-context";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { SearchParams } from "@/lib/shared/list-params";
import { labels } from "../data/labels";
import { type Measurement, measure } from "../data/measure";
import type { FilterName } from "../domain/dimensions";
import type { ExplainedFigure, Records } from "../domain/explained-figure";
import type { FigureAddress } from "../domain/figure-link";
import { growthFigure } from "../domain/growth-figure";
import { recordList } from "../domain/record-link";
import { figureQuery } from "../schema";
import { customerRecords } from "../sql/customer-records";

async function records(
  tx: Tx,
  address: FigureAddress,
  today: string,
  digits: number,
): Promise<Records> {
  const found = recordList(address, today as FigureAddress["range"]["from"]);
  if (found.list === "sales") {
    const filter = found.filter as Parameters<typeof saleListHref>[0];
    return { kind: "sales", rows: await listSales(tx, filter), href: saleListHref(filter) };
  }
  if (found.list === "deals") {
    const filter = found.filter as Parameters<typeof dealListHref>[0];
    return { kind: "deals", rows: await listDeals(tx, filter, digits), href: dealListHref(filter) };
  }
  const rows = await customerRecords(tx, found.list, address.range, address.where);
  return { kind: "customers", rows };
}

/** A growth has a second set of records: the sales of the period it is measured against. */
function baseHref({ base, ...address }: FigureAddress, today: BusinessDate): string | undefined {
  const found = base && recordList({ ...address, range: base }, today);
  return found?.list === "sales"
    ? saleListHref(found.filter as Parameters<typeof saleListHref>[0])
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

type Settings = Pick<Measurement, "asOf" | "calendar" | "digits">;

async function figureAt(tx: Tx, address: FigureAddress, settings: Settings) {
  const { metric, range, base, where } = address;
  if (metric !== "growth")
    return (await measure(tx, { metrics: [metric], range, where, ...settings }))[0];
  const compare = base ? [base] : [];
  const [now, then] = await measure(tx, {
    metrics: ["revenue"],
    range,
    compare,
    where,
    ...settings,
  });
  return now && then && growthFigure(now.value ?? 0, then.value ?? 0, now.n);
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
  const address = asked.data;
  if (!mayAsk(scope, address.where)) throw new NotFoundError();
  return read(scope, async (tx) => {
    const { organisation, today, digits } = await businessContext(tx);
    const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
    if (!(await mayAskFor(tx, scope, address.where.rep))) throw new NotFoundError();
    const named = await filters(tx, address.where);
    const figure = await figureAt(tx, address, {
      asOf: today,
      calendar: { fiscalYearStartMonth, firstDayOfWeek },
      digits,
    });
    if (!figure) throw new NotFoundError();
    const shown = await records(tx, address, today, digits);
    return { address, figure, filters: named, records: shown, baseHref: baseHref(address, today) };
  });
}
