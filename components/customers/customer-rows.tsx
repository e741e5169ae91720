import { getLocale, getTranslations } from "next-intl/server";
import { ClippedCell, decimalsOf } from "@/components/tables/cells";
import type { TableColumn, TableRow } from "@/components/tables/table-types";
import type { CustomerRow, CustomerTotals } from "@/lib/customers/domain/customer";
import type { CustomerColumn } from "@/lib/customers/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

const FIGURES: ReadonlySet<CustomerColumn> = new Set([
  "openDeals",
  "openAmount",
  "revenue",
  "orders",
]);
const DATES: ReadonlySet<CustomerColumn> = new Set(["firstSaleOn", "lastSaleOn"]);

const WIDE_ONLY: ReadonlySet<CustomerColumn> = new Set(["location", "orders", "firstSaleOn"]);

/** Columns of a table of customers. */
export async function customerColumns(ids: readonly CustomerColumn[]): Promise<TableColumn[]> {
  const t = await getTranslations("customers.columns");
  return ids.map((id) => ({
    id,
    label: t(id),
    sortable: true,
    hideable: id !== "name",
    align: FIGURES.has(id) ? "right" : "left",
    descFirst: FIGURES.has(id) || DATES.has(id),
    nowrap: true,
    wideOnly: WIDE_ONLY.has(id),
  }));
}

/** The sums under a table of customers. */
export async function customerTableTotals(
  totals: CustomerTotals,
  f: Formatter,
): Promise<Record<string, string>> {
  const t = await getTranslations("customers");
  const digits = decimalsOf([totals.openAmount, totals.revenue]);
  return {
    name: t("total", { count: f.number(totals.count) }),
    openDeals: f.number(totals.openDeals),
    openAmount: f.amount(totals.openAmount, digits),
    revenue: f.amount(totals.revenue, digits),
  };
}

/** Rows of a table of customers; amounts in base currency. */
export async function customerTableRows(
  rows: readonly CustomerRow[],
  f: Formatter,
): Promise<TableRow[]> {
  const locale = await getLocale();
  const digits = decimalsOf(rows.flatMap((customer) => [customer.revenue, customer.openAmount]));
  return rows.map((customer) => ({
    id: customer.id,
    label: localName(customer, locale),
    href: `/customers/${customer.id}`,
    cells: {
      name: <ClippedCell text={localName(customer, locale)} />,
      sector: customer.sector ? <ClippedCell text={customer.sector} /> : null,
      location: customer.location ? <ClippedCell text={customer.location} /> : null,
      owner: customer.owner ? localName(customer.owner, locale) : null,
      unit: customer.unit ? <ClippedCell text={localName(customer.unit, locale)} /> : null,
      openDeals: f.number(customer.openDeals),
      openAmount: f.amount(customer.openAmount, digits),
      revenue: f.amount(customer.revenue, digits),
      orders: f.number(customer.orders),
      firstSaleOn: f.dateShort(customer.firstSaleOn),
      lastSaleOn: f.dateShort(customer.lastSaleOn),
    },
  }));
}
