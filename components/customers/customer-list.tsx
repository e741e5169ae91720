import Link from "next/link";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
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
import { Tag } from "@/components/ui/tag";
import type { CustomerRow, CustomerTotals } from "@/lib/customers/domain/customer";
import { CUSTOMER_FIELDS } from "@/lib/customers/domain/customer-fields";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

type CustomerField = (typeof CUSTOMER_FIELDS)[number]["id"];

/** Customers as a table; amounts in base currency. */
export const CUSTOMER_VIEW: ListView<CustomerRow, CustomerTotals, CustomerField> = {
  area: "customers",
  fields: CUSTOMER_FIELDS,
  row: (customer, locale) => ({
    label: localName(customer, locale),
    href: `/customers/${customer.id}`,
  }),
  cells: { name: (customer, { locale }) => <NameCell customer={customer} locale={locale} /> },
  sums: ({ openDeals, openAmount, revenue }) => ({ openDeals, openAmount, revenue }),
  wideOnly: ["location", "orders", "firstSaleOn"],
};

/** The name, and that a customer is out of use. */
function NameCell({ customer, locale }: { customer: CustomerRow; locale: string }) {
  const t = useTranslations("customers");
  return (
    <>
      <ClippedCell text={localName(customer, locale)} />
      {customer.active ? null : <Tag>{t("inactive")}</Tag>}
    </>
  );
}

type Choices = { segments: readonly Reference[]; sectors: readonly string[] };

/** The filters over the list of customers. */
export async function customerFilters({ segments, sectors }: Choices): Promise<ListFilter[]> {
  const [t, l, locale] = await Promise.all([
    getTranslations("customers"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const activities = ["new", "active", "repeat", "none"] as const;
  return [
    search(t("search")),
    choice(
      "segment",
      t("columns.segment"),
      segments.map((one) => ({ value: one.id, label: localName(one, locale) })),
    ),
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
    choice(
      "status",
      t("statuses.label"),
      (["active", "inactive"] as const).map((word) => ({
        value: word,
        label: t(`statuses.${word}`),
      })),
      { panel: true },
    ),
    days(t("period")),
    reference("owner", { find: "person", team: true }),
    reference("rep"),
    reference("product", { find: "product" }),
    reference("category"),
    reference("parent", { label: t("parent") }),
  ];
}

/** Said under the title: who waits for an answer, and what the figures are of. */
export function ListNotes({ requests, period }: { requests: number; period: boolean }) {
  const t = useTranslations("customers");
  return (
    <>
      {requests > 0 ? (
        <Link className="link" href="/customers/requests">
          {t("requests.waitingForYou", { count: requests })}
        </Link>
      ) : null}
      {requests > 0 && period ? " · " : null}
      {period ? t("periodNote") : null}
    </>
  );
}
