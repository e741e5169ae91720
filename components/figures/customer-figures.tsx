import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Customer } from "@/lib/customers/domain/customer";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { FigureAt } from "./figure-at";

type Measured = { address: FigureAddress; value: number | null };
type FiguresProps = {
  figures: Record<
    "revenue" | "lastRevenue" | "orders" | "lastOrders" | "pipeline" | "winRate",
    Measured
  >;
  customer: Customer;
  f: Formatter;
};

/** What the customer brings, of the records the reader may see; each figure opens its records. */
export async function CustomerFigureCard({ figures, customer, f }: FiguresProps) {
  const [t, c] = await Promise.all([
    getTranslations("customers.detail"),
    getTranslations("customers.columns"),
  ]);
  const show = ({ address, value }: Measured, text: string) => ({
    value: <FigureAt address={address} value={text} key={value} />,
  });
  const { revenue, lastRevenue, orders, lastOrders, pipeline, winRate } = figures;
  return (
    <Card title={t("figures")} sub={t("visible")}>
      <KeyValueList
        items={[
          { label: t("revenueYear"), ...show(revenue, f.moneyFull(revenue.value)) },
          { label: t("revenueLast"), ...show(lastRevenue, f.moneyFull(lastRevenue.value)) },
          { label: t("ordersYear"), ...show(orders, f.number(orders.value)) },
          { label: t("ordersLast"), ...show(lastOrders, f.number(lastOrders.value)) },
          { label: c("lastSaleOn"), value: f.date(customer.lastSaleOn) },
          { label: c("openAmount"), ...show(pipeline, f.moneyFull(pipeline.value)) },
          { label: t("winRate"), ...show(winRate, f.percent(winRate.value)) },
        ]}
      />
    </Card>
  );
}
