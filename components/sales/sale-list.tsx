import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { moneyCell, referenceCell } from "@/components/lists/list-cells";
import {
  amounts,
  choice,
  days,
  type ListFilter,
  place,
  reference,
  search,
  words,
} from "@/components/lists/list-filters";
import type { ListView } from "@/components/lists/list-view";
import { ClippedCell } from "@/components/tables/cells";
import { Tag } from "@/components/ui/tag";
import type { SaleRow, SaleTotals } from "@/lib/sales/domain/sale";
import { SALE_FIELDS } from "@/lib/sales/domain/sale-fields";

type SaleField = (typeof SALE_FIELDS)[number]["id"];
type Sums = Pick<SaleTotals, "count" | "units" | "revenue" | "margin">;

/** Sales as a table: amounts in base currency, another currency's own amount below. */
export const SALE_VIEW: ListView<SaleRow, Sums, SaleField> = {
  area: "sales",
  fields: SALE_FIELDS,
  row: (sale) => ({ label: sale.orderNo, href: `/sales/${sale.id}` }),
  cells: {
    orderNo: (sale) => <OrderCell sale={sale} />,
    customer: (sale, look) => referenceCell(sale.customer, "/customers", look),
    amount: ({ baseAmount, amount, currency }, look) =>
      moneyCell({ base: baseAmount, amount, currency }, look),
    deal: ({ deal }) => deal && <ClippedCell text={deal.title} href={`/deals/${deal.id}`} />,
  },
  sums: ({ units, revenue, margin }) => ({ quantity: units, amount: revenue, margin }),
  wideOnly: ["unit", "margin", "deal"],
  teamOnly: ["owner", "unit"],
};

function OrderCell({ sale }: { sale: SaleRow }) {
  const t = useTranslations("sales.kinds");
  return (
    <span className="inline-flex items-center gap-1.5">
      {sale.orderNo}
      {sale.quantity < 0 ? <Tag status="warn">{t("return")}</Tag> : null}
    </span>
  );
}

/** The filters over the list of sales. */
export async function saleFilters(): Promise<ListFilter[]> {
  const [t, l] = await Promise.all([getTranslations("sales"), getTranslations("lists")]);
  const kinds = ["sale", "return"] as const;
  return [
    search(t("search")),
    choice(
      "kind",
      l("kind"),
      kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    ),
    ...place(),
    days(t("soldOn")),
    reference("owner", { label: l("rep"), find: "person", team: true }),
    reference("customer", { find: "customer" }),
    reference("product", { find: "product" }),
    reference("category"),
    words("sector", l("sector")),
    reference("segment"),
    reference("deal", { label: t("deal") }),
    reference("stage", { label: t("dealStage") }),
    words("order", t("order")),
    amounts(),
  ];
}
