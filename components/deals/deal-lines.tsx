import { getLocale, getTranslations } from "next-intl/server";
import { decimalsOf } from "@/components/tables/cells";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import type { BookedSale, Deal, DealLine } from "@/lib/deals/domain/deal";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

const Quiet = ({ children }: { children: string }) => (
  <p className="px-4 pt-1 pb-4 text-muted text-sm">{children}</p>
);

/** What the deal is about, line by line, in the deal's currency. */
export async function DealLines({
  lines,
  deal,
  f,
}: {
  lines: readonly DealLine[];
  deal: Deal;
  f: Formatter;
}) {
  const [t, locale] = await Promise.all([getTranslations("deals.detail"), getLocale()]);
  const digits = decimalsOf(lines.map((line) => line.amount));
  const sum = lines.reduce((total, line) => total + (line.amount ?? 0), 0);
  return (
    <Card flush title={t("lines")} sub={deal.currency === f.currency ? undefined : deal.currency}>
      <SimpleTable
        caption={t("lines")}
        columns={[
          { id: "product", label: t("product") },
          { id: "quantity", label: t("quantity"), align: "right" },
          { id: "amount", label: t("amount"), align: "right" },
        ]}
        rows={lines.map((line) => ({
          id: line.id,
          cells: {
            product: localName(line.product, locale),
            quantity: f.number(line.quantity),
            amount: f.amount(line.amount, digits),
          },
        }))}
        totals={
          lines.length > 1 && lines.every((line) => line.amount !== null)
            ? { amount: f.amount(sum, digits) }
            : undefined
        }
        empty={<Quiet>{t("noLines")}</Quiet>}
      />
    </Card>
  );
}

/** The sales booked for the deal, in base currency. */
export async function DealSales({ sales, f }: { sales: readonly BookedSale[]; f: Formatter }) {
  const [t, locale] = await Promise.all([getTranslations("deals.detail"), getLocale()]);
  const digits = decimalsOf(sales.map((sale) => sale.baseAmount));
  return (
    <Card flush title={t("sales")}>
      <SimpleTable
        caption={t("sales")}
        columns={[
          { id: "orderNo", label: t("orderNo") },
          { id: "soldOn", label: t("soldOn") },
          { id: "product", label: t("product") },
          { id: "quantity", label: t("quantity"), align: "right" },
          { id: "amount", label: t("amount"), align: "right" },
        ]}
        rows={sales.map((sale) => ({
          id: sale.id,
          href: `/sales/${sale.id}`,
          cells: {
            orderNo: sale.orderNo,
            soldOn: f.dateShort(sale.soldOn),
            product: sale.product ? localName(sale.product, locale) : null,
            quantity: f.number(sale.quantity),
            amount: f.amount(sale.baseAmount, digits),
          },
        }))}
        totals={
          sales.length > 1
            ? {
                amount: f.amount(
                  sales.reduce((total, sale) => total + sale.baseAmount, 0),
                  digits,
                ),
              }
            : undefined
        }
        empty={<Quiet>{t("noSales")}</Quiet>}
      />
    </Card>
  );
}
