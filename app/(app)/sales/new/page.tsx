import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { SaleForm } from "@/components/sales/sale-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { currentScope } from "@/lib/platform/auth/session";
import { saleChoices } from "@/lib/sales/queries";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sales"))("entry.title") };
}

export default async function NewSalePage() {
  const [scope, t, common, locale] = await Promise.all([
    currentScope(),
    getTranslations("sales"),
    getTranslations("common"),
    getLocale(),
  ]);
  const choices = await saleChoices(scope);
  return (
    <ClientMessages namespaces={["sales"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/sales" }, { label: t("entry.title") }]}
          />
        }
        title={t("entry.title")}
        lead={t("entry.lead")}
      />
      <Card className="max-w-3xl">
        <SaleForm
          choices={choices}
          me={{ id: scope.userId, name: localName(scope, locale) }}
          id={crypto.randomUUID()}
        />
      </Card>
    </ClientMessages>
  );
}
