import { getLocale, getTranslations } from "next-intl/server";
import { AmountCell, ClippedCell, decimalsOf } from "@/components/tables/cells";
import type { TableColumn, TableRow } from "@/components/tables/table-types";
import { Tag } from "@/components/ui/tag";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { SaleRow, SaleTotals } from "@/lib/sales/domain/sale";
import type { SaleColumn } from "@/lib/sales/schema";
import { localName } from "@/lib/shared/local-name";

const FIGURES: ReadonlySet<SaleColumn> = new Set(["quantity", "amount", "cost", "margin"]);

const WIDE_ONLY: ReadonlySet<SaleColumn> = new Set(["unit", "margin", "deal"]);

/** Columns of a table of sales. */
export async function saleColumns(ids: readonly SaleColumn[]): Promise<TableColumn[]> {
  const t = await getTranslations("sales.columns");
  return ids.map((id, index) => ({
    id,
    label: t(id),
    sortable: true,
    hideable: index > 0,
    align: FIGURES.has(id) ? "right" : "left",
    descFirst: FIGURES.has(id) || id === "soldOn",
    nowrap: true,
    wideOnly: WIDE_ONLY.has(id),
  }));
}

/** The sums under a table of sales. */
export async function saleTableTotals(
  totals: Pick<SaleTotals, "count" | "units" | "revenue" | "margin">,
  f: Formatter,
): Promise<Record<string, string>> {
  const t = await getTranslations("sales");
  const digits = decimalsOf([totals.revenue, totals.margin]);
  return {
    orderNo: t("total", { count: f.number(totals.count) }),
    quantity: f.number(totals.units),
    amount: f.amount(totals.revenue, digits),
    margin: f.amount(totals.margin, digits),
  };
}

/** Rows of a table of sales: amounts in base currency, another currency's own amount below. */
export async function saleTableRows(rows: readonly SaleRow[], f: Formatter): Promise<TableRow[]> {
  const [t, locale] = await Promise.all([getTranslations("sales"), getLocale()]);
  const digits = decimalsOf(rows.flatMap((sale) => [sale.baseAmount, sale.baseCost]));
  return rows.map((sale) => ({
    id: sale.id,
    label: sale.orderNo,
    href: `/sales/${sale.id}`,
    cells: {
      soldOn: f.dateShort(sale.soldOn),
      orderNo: (
        <span className="inline-flex items-center gap-1.5">
          {sale.orderNo}
          {sale.quantity < 0 ? <Tag status="warn">{t("kinds.return")}</Tag> : null}
        </span>
      ),
      customer: sale.customer ? (
        <ClippedCell
          text={localName(sale.customer, locale)}
          href={`/customers/${sale.customer.id}`}
        />
      ) : null,
      product: sale.product ? <ClippedCell text={localName(sale.product, locale)} /> : null,
      owner: sale.owner ? localName(sale.owner, locale) : null,
      unit: <ClippedCell text={localName(sale.unit, locale)} />,
      quantity: f.number(sale.quantity),
      amount: (
        <AmountCell
          amount={f.amount(sale.baseAmount, digits)}
          note={
            sale.currency === f.currency ? undefined : `${sale.currency} ${f.number(sale.amount)}`
          }
        />
      ),
      cost: f.amount(sale.baseCost, digits),
      margin: f.amount(sale.baseMargin, digits),
      deal: sale.deal ? (
        <ClippedCell text={sale.deal.title} href={`/deals/${sale.deal.id}`} />
      ) : null,
    },
  }));
}
