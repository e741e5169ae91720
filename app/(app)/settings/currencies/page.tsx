import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { BaseCurrencyCard } from "@/components/settings/base-currency-card";
import { AddRate } from "@/components/settings/rate-forms";
import { RatesTable } from "@/components/settings/rates-table";
import { Card } from "@/components/ui/card";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { currenciesPage } from "@/lib/settings/queries/currencies";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { rateListParams } from "@/lib/settings/schema";
import { currencyChoices } from "@/lib/shared/currency";
import type { SearchParams } from "@/lib/shared/list-params";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("currencies.title") };
}

export default async function CurrenciesPage({ searchParams }: Props) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "settings.manage"));
  const params = rateListParams.parse(await searchParams);
  const [t, locale, format, page] = await Promise.all([
    getTranslations("settings.currencies"),
    getLocale(),
    pageFormatter(),
    currenciesPage(scope, params),
  ]);
  const { baseCurrency } = page;
  const all = currencyChoices(locale);
  const foreign = all.filter(({ value }) => value !== baseCurrency);
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", { base: baseCurrency, b: (chunks) => <b>{chunks}</b> })}
      />
      <CardGrid>
        <BaseCurrencyCard page={page} currencies={all} />
        <Card title={t("addTitle")} sub={t("frozen")}>
          <AddRate currencies={foreign} baseCurrency={baseCurrency} today={page.today} />
        </Card>
      </CardGrid>
      <div className="mt-3.5">
        <RatesTable
          lines={page.rows.map((row) => ({
            ...row,
            from: format.dateShort(row.validFrom),
            rateText: format.number(row.rate, 8),
          }))}
          total={page.total}
          params={params}
          rated={page.rated}
          currencies={foreign}
          baseCurrency={baseCurrency}
        />
      </div>
    </ClientMessages>
  );
}
