import { getTranslations } from "next-intl/server";
import type { Customer } from "@/lib/customers/domain/customer";
import type { MergeField } from "@/lib/customers/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import type { MergeSide } from "./merge-form";

/** A customer as one side of a merge, its values in words. */
export function mergeSide(
  customer: Customer,
  records: number,
  f: Formatter,
  locale: string,
): MergeSide {
  const named = (one: Reference | null) => (one ? localName(one, locale) : "");
  const { employees, annualRevenue, foundedYear } = customer;
  return {
    id: customer.id,
    version: customer.version,
    name: localName(customer, locale),
    records: f.number(records),
    values: {
      name: customer.name,
      nameEn: customer.nameEn ?? "",
      segment: named(customer.segment),
      sector: customer.sector ?? "",
      location: customer.location ?? "",
      parent: named(customer.parent),
      owner: named(customer.owner),
      unit: named(customer.unit),
      employees: employees === null ? "" : f.number(employees),
      annualRevenue: annualRevenue === null ? "" : f.moneyFull(annualRevenue),
      foundedYear: foundedYear === null ? "" : String(foundedYear),
    },
  };
}

/** What the fields are called. */
export async function mergeLabels(): Promise<Record<MergeField, string>> {
  const [c, d, t] = await Promise.all([
    getTranslations("customers.columns"),
    getTranslations("customers.detail"),
    getTranslations("customers"),
  ]);
  return {
    name: c("name"),
    nameEn: c("nameEn"),
    segment: c("segment"),
    sector: c("sector"),
    location: c("location"),
    parent: t("parent"),
    owner: c("owner"),
    unit: c("unit"),
    employees: d("employees"),
    annualRevenue: d("annualRevenue"),
    foundedYear: d("foundedYear"),
  };
}
