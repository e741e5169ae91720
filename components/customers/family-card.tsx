import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { Customer } from "@/lib/customers/domain/customer";
import { customerListHref } from "@/lib/customers/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

type FamilyProps = {
  customer: Customer;
  family: { rows: readonly (Reference & { revenue: number | null })[]; count: number };
  f: Formatter;
};

/** The company above a customer and the ones below it. */
export async function FamilyCard({ customer, family, f }: FamilyProps) {
  const [t, w, locale] = await Promise.all([
    getTranslations("customers.detail"),
    getTranslations("customers"),
    getLocale(),
  ]);
  const { parent } = customer;
  if (!parent && family.count === 0) return null;
  return (
    <Card title={t("family")}>
      {parent ? (
        <p className="text-sm">
          <span className="text-muted">{w("parent")} </span>
          <Link className="link" href={`/customers/${parent.id}`}>
            {localName(parent, locale)}
          </Link>
        </p>
      ) : null}
      <ul className="grid gap-1 text-sm">
        {family.rows.map((child) => (
          <li key={child.id} className="flex justify-between gap-3">
            <Link className="link min-w-0 break-words" href={`/customers/${child.id}`}>
              {localName(child, locale)}
            </Link>
            <span className="text-muted tabular-nums">{f.money(child.revenue)}</span>
          </li>
        ))}
      </ul>
      {family.count > 0 ? (
        <p className="pt-2 text-sm">
          <Link className="link" href={customerListHref({ parent: [customer.id] })}>
            {t("allChildren", { count: f.number(family.count), n: family.count })}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
