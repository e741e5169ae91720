import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Customer } from "@/lib/customers/domain/customer";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

/** Who the customer is. */
export async function CustomerFacts({ customer, f }: { customer: Customer; f: Formatter }) {
  const [t, c, w, locale] = await Promise.all([
    getTranslations("customers.detail"),
    getTranslations("customers.columns"),
    getTranslations("customers"),
    getLocale(),
  ]);
  const other = locale === "en" ? customer.name : customer.nameEn;
  const { parent, owner, unit } = customer;
  return (
    <KeyValueList
      items={[
        ...(other && other !== localName(customer, locale)
          ? [{ label: locale === "en" ? c("name") : c("nameEn"), value: other }]
          : []),
        {
          label: c("segment"),
          value: customer.segment ? localName(customer.segment, locale) : "—",
        },
        { label: c("sector"), value: customer.sector ?? "—" },
        { label: c("location"), value: customer.location ?? "—" },
        { label: c("owner"), value: owner ? localName(owner, locale) : "—" },
        { label: c("unit"), value: unit ? localName(unit, locale) : "—" },
        ...(parent
          ? [
              {
                label: w("parent"),
                value: (
                  <Link className="link" href={`/customers/${parent.id}`}>
                    {localName(parent, locale)}
                  </Link>
                ),
              },
            ]
          : []),
        { label: t("employees"), value: f.number(customer.employees) },
        { label: t("annualRevenue"), value: f.money(customer.annualRevenue) },
        { label: t("foundedYear"), value: customer.foundedYear ?? "—" },
        ...(customer.source
          ? [
              { label: t("source"), value: customer.source },
              { label: c("externalId"), value: customer.externalId ?? "—" },
            ]
          : []),
      ]}
    />
  );
}
