import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CustomerForm } from "@/components/customers/customer-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { newCustomerForm } from "@/lib/customers/queries/customer-form";
import { currentScope } from "@/lib/platform/auth/session";
import { idParam, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("addTitle") };
}

export default async function NewCustomerPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [scope, t, common, locale, search] = await Promise.all([
    currentScope(),
    getTranslations("customers"),
    getTranslations("common"),
    getLocale(),
    searchParams,
  ]);
  const form = await newCustomerForm(scope, idParam.parse(search.parent));
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/customers" }, { label: t("addTitle") }]}
          />
        }
        title={t("addTitle")}
        lead={t("addLead")}
      />
      <Card className="max-w-3xl">
        <CustomerForm
          {...form}
          me={{ id: scope.userId, name: localName(scope, locale), unitId: scope.memberUnitId }}
        />
      </Card>
    </ClientMessages>
  );
}
