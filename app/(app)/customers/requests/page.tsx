import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestsAsked, RequestsToAnswer } from "@/components/customers/request-lists";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { customerRequests } from "@/lib/customers/queries/requests";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers.requests"))("title") };
}

export default async function CustomerRequestsPage() {
  const [{ toAnswer, asked }, t, w, common, f] = await Promise.all([
    currentScope().then(customerRequests),
    getTranslations("customers.requests"),
    getTranslations("customers"),
    getTranslations("common"),
    pageFormatter(),
  ]);
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: w("title"), href: "/customers" }, { label: t("title") }]}
          />
        }
        title={t("title")}
        lead={t("lead")}
      />
      <CardGrid>
        <RequestsToAnswer items={toAnswer} f={f} />
        <RequestsAsked items={asked} f={f} />
      </CardGrid>
    </ClientMessages>
  );
}
