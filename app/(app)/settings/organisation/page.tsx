import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { OrganisationForm } from "@/components/settings/organisation-form";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { timeZones } from "@/lib/settings/domain/time-zone";
import { pageFormatter, pageOrganisation } from "@/lib/settings/queries/page-formatter";
import { businessDate } from "@/lib/shared/business-date";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("organisation.title") };
}

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

export default async function OrganisationPage() {
  await scopeWhere((viewer) => canEver(viewer, "settings.manage"));
  const [t, locale, format, organisation] = await Promise.all([
    getTranslations("settings.organisation"),
    getLocale(),
    pageFormatter(),
    pageOrganisation(),
  ]);
  const { demo: _, baseCurrency, fiscalYearStartMonth, ...settings } = organisation;
  const zones = [...new Set([organisation.timeZone, ...timeZones()])];
  const currency = new Intl.DisplayNames(locale, { type: "currency" }).of(baseCurrency);
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <CardGrid columns="wide-narrow">
        <Card>
          <OrganisationForm
            settings={{
              ...settings,
              nameEn: settings.nameEn ?? "",
              firstDayOfWeek: String(settings.firstDayOfWeek),
              weekendDays: settings.weekendDays.join(","),
            }}
            timeZones={zones.map((zone) => ({ value: zone, label: zone }))}
            weekdays={WEEKDAYS.map((day) => ({ value: day, label: t(`weekdays.${day}`) }))}
          />
        </Card>
        <Card title={t("elsewhere")} sub={t("elsewhereHint")}>
          <KeyValueList
            items={[
              {
                label: t("fiscalStart"),
                value: (
                  <Link className="link" href="/settings/calendar">
                    {format.monthShort(businessDate(2000, fiscalYearStartMonth, 1))}
                  </Link>
                ),
              },
              {
                label: t("baseCurrency"),
                value: (
                  <Link className="link" href="/settings/currencies">
                    {baseCurrency} {currency}
                  </Link>
                ),
              },
            ]}
          />
        </Card>
      </CardGrid>
    </ClientMessages>
  );
}
