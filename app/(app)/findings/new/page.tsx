import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NewFindingForm } from "@/components/findings/own-finding-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { newFinding } from "@/lib/findings/queries/findings";
import { currentScope } from "@/lib/platform/auth/session";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("write") };
}

export default async function NewFindingPage() {
  const [scope, t, common, locale] = await Promise.all([
    currentScope(),
    getTranslations("findings"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { units, currency } = await newFinding(scope);
  return (
    <ClientMessages namespaces={["findingForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/findings" }, { label: t("write") }]}
          />
        }
        title={t("write")}
        lead={t("writeLead")}
      />
      <Card className="max-w-2xl">
        <NewFindingForm
          units={units.map((unit) => ({
            value: unit.id,
            label: `${"\u2003".repeat(unit.depth)}${localName(unit, locale)}`,
          }))}
          currency={currency}
          product={null}
        />
      </Card>
    </ClientMessages>
  );
}
