import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import {
  AddCalendarDays,
  CopyLastYear,
  PasteCalendar,
} from "@/components/settings/calendar-day-forms";
import { CalendarDays } from "@/components/settings/calendar-days";
import { calendarLines, fiscalChoices } from "@/components/settings/calendar-view";
import { FiscalStartForm } from "@/components/settings/fiscal-start-form";
import { WorkingMonths } from "@/components/settings/working-months";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { calendarPage } from "@/lib/settings/queries/calendar";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { calendarParams } from "@/lib/settings/schema";
import type { SearchParams } from "@/lib/shared/list-params";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("calendar.title") };
}

export default async function CalendarPage({ searchParams }: Props) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "settings.manage"));
  const { year: wanted } = calendarParams.parse(await searchParams);
  const [t, locale, format, page] = await Promise.all([
    getTranslations("settings.calendar"),
    getLocale(),
    pageFormatter(),
    calendarPage(scope, wanted),
  ]);
  const { year, months } = page;
  const square = buttonClass("secondary", "sm", true);
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {page.lastYear > 0 ? <CopyLastYear year={year} count={page.lastYear} /> : null}
            <PasteCalendar />
          </>
        }
      />
      <Card title={t("fiscal")} sub={t("fiscalHint")}>
        <FiscalStartForm
          version={page.version}
          startMonth={page.startMonth}
          choices={fiscalChoices(page, format)}
        />
      </Card>
      <CardGrid columns="wide-narrow">
        <Card
          title={t("days", { year: String(year) })}
          sub={t("daysHint")}
          actions={
            <>
              <Link
                className={square}
                href={`?year=${year - 1}`}
                aria-label={t("yearBefore")}
                scroll={false}
              >
                <ChevronLeft aria-hidden="true" />
              </Link>
              <Link
                className={square}
                href={`?year=${year + 1}`}
                aria-label={t("yearAfter")}
                scroll={false}
              >
                <ChevronRight aria-hidden="true" />
              </Link>
            </>
          }
        >
          <CalendarDays lines={calendarLines(page, format, locale)} />
        </Card>
        <div className="grid content-start gap-3.5">
          <Card title={t("addTitle")} sub={t("addHint")}>
            <AddCalendarDays />
          </Card>
          <Card title={t("working", { year: String(year) })} sub={t("workingHint")}>
            <WorkingMonths
              months={months.map(({ from, working }) => ({
                label: format.monthShort(from),
                working,
              }))}
              total={months.reduce((sum, { working }) => sum + working, 0)}
            />
          </Card>
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
