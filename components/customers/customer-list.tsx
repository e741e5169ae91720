import { getTranslations } from "next-intl/server";
import {
  choice,
  days,
  type ListFilter,
  place,
  reference,
  search,
} from "@/components/lists/list-filters";
import type { ListView } from "@/components/lists/list-view";
import { ClippedCell } from "@/components/tables/cells";
import type { CustomerRow, CustomerTotals } from "@/lib/customers/domain/customer";
import { CUSTOMER_FIELDS } from "@/lib/customers/domain/customer-fields";
import { localName } from "@/lib/shared/local-name";

type CustomerField = (typeof CUSTOMER_FIELDS)[number]["id"];

/** Customers as a table; amounts in base currency. */
export const CUSTOMER_VIEW: ListView<CustomerRow, CustomerTotals, CustomerField> = {
  area: "customers",
  fields: CUSTOMER_FIELDS,
  row: (customer, locale) => ({
    label: localName(customer, locale),
    href: `/customers/${customer.id}`,
  }),
  cells: { name: (customer, { locale }) => <ClippedCell text={localName(customer, locale)} /> },
  sums: ({ openDeals, openAmount, revenue }) => ({ openDeals, openAmount, revenue }),
  wideOnly: ["location", "orders", "firstSaleOn"],
};

/** The filters over the list of customers. */
export async function customerFilters(sectors: readonly string[]): Promise<ListFilter[]> {
  const [t, l] = await Promise.all([getTranslations("customers"), getTranslations("lists")]);
  const activities = ["new", "active", "repeat", "none"] as const;
  return [
    search(t("search")),
    choice(
      "sector",
      l("sector"),
      sectors.map((sector) => ({ value: sector, label: sector })),
    ),
    choice(
      "activity",
      t("activity.label"),
      activities.map((word) => ({ value: word, label: t(`activity.${word}`) })),
    ),
    ...place(),
    days(t("period")),
    reference("owner", { find: "person", team: true }),
    reference("rep"),
    reference("product", { find: "product" }),
    reference("category"),
    reference("parent", { label: t("parent") }),
  ];
}
