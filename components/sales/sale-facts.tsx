import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { SaleRow } from "@/lib/sales/domain/sale";
import { localName } from "@/lib/shared/local-name";

/** Everything about one sold line. */
export async function SaleFacts({ sale, f }: { sale: SaleRow; f: Formatter }) {
  const [t, c, locale] = await Promise.all([
    getTranslations("sales.detail"),
    getTranslations("sales.columns"),
    getLocale(),
  ]);
  const { customer, product, category, owner, deal } = sale;
  const foreign = sale.currency !== f.currency;
  return (
    <KeyValueList
      items={[
        { label: c("soldOn"), value: f.date(sale.soldOn) },
        { label: c("orderNo"), value: sale.orderNo },
        {
          label: c("customer"),
          value: customer ? (
            <Link className="link" href={`/customers/${customer.id}`}>
              {localName(customer, locale)}
            </Link>
          ) : (
            "—"
          ),
        },
        { label: c("product"), value: product ? localName(product, locale) : "—" },
        { label: c("category"), value: category ? localName(category, locale) : "—" },
        { label: c("owner"), value: owner ? localName(owner, locale) : "—" },
        { label: c("unit"), value: localName(sale.unit, locale) },
        {
          label: c("deal"),
          value: deal ? (
            <Link className="link" href={`/deals/${deal.id}`}>
              {deal.title}
            </Link>
          ) : (
            "—"
          ),
        },
        { label: c("quantity"), value: f.number(sale.quantity) },
        {
          label: t("unitPrice"),
          value: f.moneyFull(sale.quantity === 0 ? null : sale.baseAmount / sale.quantity),
        },
        { label: c("amount"), value: f.moneyFull(sale.baseAmount) },
        ...(foreign
          ? [
              { label: c("original"), value: f.moneyFull(sale.amount, sale.currency) },
              {
                label: c("rate"),
                value: `1 ${sale.currency} = ${f.number(sale.rate, 6)} ${f.currency}`,
              },
            ]
          : []),
        { label: c("cost"), value: f.moneyFull(sale.baseCost) },
        { label: c("margin"), value: f.moneyFull(sale.baseMargin) },
      ]}
    />
  );
}
