import "server-only";
import { listContext } from "@/lib/lists/data";
import { read } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { unitChoices, unitNamed } from "@/lib/platform/db/unit-choices";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { ratedCurrencies } from "@/lib/settings/data/exchange-rates";
import { earlier } from "@/lib/shared/business-date";
import { bookedElsewhere, dayRows, keepsDays, keptStores } from "./data/store-days";
import { leftOf } from "./data/write-sale";
import { originOf, type SaleRow } from "./domain/sale";
import type { SaleChoices } from "./domain/sale-choices";
import { weekOf } from "./domain/week-of";
import type { SaleListParams, StoreDaysParams } from "./schema";
import { findSale, listSales, saleListSql, salePage, saleRow } from "./sql/list-sales";
import { saleTotals } from "./sql/sale-totals";

/** One page of the list of sales with its totals and the choices of its filters, in one snapshot. */
export function saleList(scope: Scope, params: SaleListParams) {
  return read(scope, async (tx) => {
    const context = await listContext(tx, scope, params);
    return {
      ...context,
      ...(await salePage(tx, params, context.whole)),
      /** Has the person stores to enter days for? */
      keepsDays: await keepsDays(tx),
    };
  });
}

/** The latest ten sales to one customer, with the totals of all. */
export function salesOfCustomer(scope: Scope, customerId: string) {
  const params: SaleListParams = { customer: [customerId], size: 25 };
  return read(scope, async (tx) => ({
    rows: (await listSales(tx, params)).slice(0, 10),
    totals: await saleTotals(tx, params),
  }));
}

/**
 * One sold line.
 * @throws NotFoundError where it does not exist or may not be seen
 */
export function saleDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const { organisation, today } = await businessContext(tx);
    const sale = await findSale(tx, id);
    if (!sale) throw new NotFoundError();
    // What came back of an order stands under its number too, with an R.
    const orderNo = sale.quantity < 0 ? sale.orderNo.replace(/-R$/, "") : sale.orderNo;
    const numbers = [orderNo, `${orderNo}-R`];
    const order: SaleListParams = { order: numbers, sort: "product", size: 100 };
    return {
      currency: organisation.baseCurrency,
      today,
      sale,
      order: await listSales(tx, order),
      /** What may still come back of it; null of a return. */
      left: sale.quantity > 0 ? await leftOf(tx, id, sale) : null,
    };
  });
}

/**
 * A line entered by hand with what its form offers.
 * @throws NotFoundError where there is none, or it is corrected where it comes from
 */
export async function saleToEdit(scope: Scope, id: string) {
  const choices = await saleChoices(scope);
  return read(scope, async (tx) => {
    const sale = await findSale(tx, id);
    if (!sale || originOf(sale.source) !== "hand") throw new NotFoundError();
    // A line may stand in a unit its editor does not choose from any more.
    const here = choices.units.some((unit) => unit.id === sale.unit.id);
    const units = here ? choices.units : [{ ...sale.unit, depth: 0 }, ...choices.units];
    return { sale, choices: { ...choices, units } };
  });
}

/** Hands over every line of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachSale(
  scope: Scope,
  params: SaleListParams,
  use: (rows: readonly SaleRow[]) => Promise<void>,
): Promise<void> {
  return read(scope, (tx) => eachRow(tx, saleListSql(params), saleRow, use), EXPORT_TIMEOUT);
}

/** What the form of a new sale offers: a rep books in the own unit, others in those they look after. */
export function saleChoices(scope: Scope): Promise<SaleChoices> {
  return read(scope, async (tx) => {
    const { organisation, today } = await businessContext(tx);
    const { baseCurrency } = organisation;
    const rated = await ratedCurrencies(tx);
    const units = await unitChoices(tx, scope);
    const own =
      scope.memberUnitId && units.length === 0 ? await unitNamed(tx, scope.memberUnitId) : [];
    return {
      today,
      baseCurrency,
      currencies: [baseCurrency, ...rated.filter((currency) => currency !== baseCurrency)],
      units: units.length > 0 ? units : own,
      leads: scope.role !== "rep",
    };
  });
}

/** The grid of a store's days with the stores to choose from; `grid` is null where there is none. */
export function storeDaysPage(scope: Scope, params: StoreDaysParams) {
  return read(scope, async (tx) => {
    const { organisation, today, digits } = await businessContext(tx);
    const { baseCurrency: currency, firstDayOfWeek, timeZone } = organisation;
    const stores = await keptStores(tx);
    const day = earlier(params.day ?? today, today);
    const span = params.span ?? "day";
    const place = { stores, day, span, today, currency, timeZone };
    const store = params.unit ? stores.find(({ id }) => id === params.unit) : stores[0];
    // A store one may not keep is as if it were not there.
    if (params.unit && !store) throw new NotFoundError();
    if (!store) return { ...place, grid: null, elsewhere: [] };
    const days = span === "day" ? ([day] as const) : weekOf(day, firstDayOfWeek);
    const rows = await dayRows(tx, { unitId: store.id, days, currency });
    return {
      ...place,
      grid: { store, unitId: store.id, days, today, digits, rows },
      elsewhere: await bookedElsewhere(tx, store.id, days),
    };
  });
}
