import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CustomerForm } from "@/components/customers/customer-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { editCustomerForm } from "@/lib/customers/queries/customer-form";
import { currentScope } from "@/lib/platform/auth/session";
import { idOrNotFound, orNotFound } from "@/lib/platform/not-found";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const load = cache(async (id: string) =>
  orNotFound(editCustomerForm(await currentScope(), idOrNotFound(id))),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await load((await params).id);
  const t = await getTranslations("customers");
  return { title: t("editTitle", { name: localName(customer, await getLocale()) }) };
}

export default async function EditCustomerPage({ params }: Props) {
  const { customer, ...form } = await load((await params).id);
  const [scope, t, common, locale] = await Promise.all([
    currentScope(),
    getTranslations("customers"),
    getTranslations("common"),
    getLocale(),
  ]);
  const name = localName(customer, locale);
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[
              { label: t("title"), href: "/customers" },
              { label: name, href: `/customers/${customer.id}` },
              { label: t("edit") },
            ]}
          />
        }
        title={t("editTitle", { name })}
      />
      <Card className="max-w-3xl">
        <CustomerForm
          {...form}
          customer={customer}
          me={{ id: scope.userId, name: localName(scope, locale), unitId: scope.memberUnitId }}
        />
      </Card>
    </ClientMessages>
  );
}
