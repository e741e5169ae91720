import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { NewDealForm } from "@/components/pipeline/new-deal-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { dealChoices } from "@/lib/pipeline/queries/choices";
import { customerOption } from "@/lib/pipeline/queries/customer-option";
import { currentScope } from "@/lib/platform/auth/session";
import type { SearchParams } from "@/lib/shared/list-params";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pipeline"))("new.title") };
}

/** `?customer=<id>`: a deal with this customer. */
export default async function NewDealPage({ searchParams }: Props) {
  const [scope, t, deals, common, locale, search] = await Promise.all([
    currentScope(),
    getTranslations("pipeline"),
    getTranslations("deals"),
    getTranslations("common"),
    getLocale(),
    searchParams,
  ]);
  const [choices, customer] = await Promise.all([
    dealChoices(scope),
    customerOption(scope, search.customer, locale),
  ]);
  return (
    <ClientMessages namespaces={["pipeline"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: deals("title"), href: "/deals" }, { label: t("new.title") }]}
          />
        }
        title={t("new.title")}
      />
      <div className="max-w-xl">
        <Card>
          <NewDealForm choices={choices} customer={customer} id={crypto.randomUUID()} />
        </Card>
      </div>
    </ClientMessages>
  );
}
