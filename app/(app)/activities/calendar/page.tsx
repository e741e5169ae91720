import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CalendarSubscription } from "@/components/activities/calendar-subscription";
import { Calendar } from "@/components/activities/calendar-view";
import { NewActivity } from "@/components/activities/new-activity";
import { ViewLinks } from "@/components/activities/view-links";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { CALENDAR_VIEWS, stepped } from "@/lib/activities/domain/calendar-range";
import { activityCalendar } from "@/lib/activities/queries";
import { calendarFeed } from "@/lib/activities/queries/calendar-feed";
import { calendarSchema } from "@/lib/activities/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import { lastDay } from "@/lib/shared/period";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activities"))("calendar.title") };
}

export default async function CalendarPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [scope, t, locale, f, search] = await Promise.all([
    currentScope(),
    getTranslations("activities"),
    getLocale(),
    pageFormatter(),
    searchParams,
  ]);
  const shown = await activityCalendar(scope, calendarSchema.parse(search));
  const { view, date, range, today, own, ownerId, owner } = shown;
  const feed = own ? await calendarFeed(scope) : null;
  const whose = own ? undefined : ownerId;
  const at = (to: { view?: string; date?: string }) =>
    hrefWith("/activities/calendar", { view, date, owner: whose, ...to });
  const heading =
    view === "month"
      ? f.month(date)
      : view === "day"
        ? f.dayInWeek(date)
        : `${f.dayAndMonth(range.from)} – ${f.dayAndMonth(lastDay(range))}`;
  return (
    <ClientMessages namespaces={["activities", "activityForm"]}>
      <PageHeader
        title={t("calendar.title")}
        lead={owner && !own ? t("calendar.of", { name: localName(owner, locale) }) : undefined}
        actions={
          <>
            <LinkButton href={hrefWith("/activities", { owner: ownerId })}>{t("list")}</LinkButton>
            {own ? (
              <CalendarSubscription
                state={
                  feed &&
                  t("feed.since", {
                    date: f.dateTime(feed.createdAt),
                    used: feed.lastUsedAt ? f.dateTime(feed.lastUsedAt) : t("feed.never"),
                  })
                }
              />
            ) : null}
            {own ? <NewActivity today={today} preset={{ day: date }} main /> : null}
          </>
        }
      />
      <div className="mb-2 flex flex-wrap items-center gap-1">
        <h2 className="mr-auto font-semibold text-lg">{heading}</h2>
        <ViewLinks
          label={t("calendar.views")}
          items={CALENDAR_VIEWS.map((one) => ({
            href: at({ view: one }),
            label: t(`calendar.${one}`),
            current: one === view,
          }))}
        />
        <LinkButton
          href={at({ date: stepped(view, date, -1) })}
          variant="ghost"
          icon={<ChevronLeft aria-hidden="true" />}
        >
          <span className="sr-only">{t("calendar.previous")}</span>
        </LinkButton>
        <LinkButton href={at({ date: today })} variant="secondary">
          {t("calendar.today")}
        </LinkButton>
        <LinkButton
          href={at({ date: stepped(view, date, 1) })}
          variant="ghost"
          icon={<ChevronRight aria-hidden="true" />}
        >
          <span className="sr-only">{t("calendar.next")}</span>
        </LinkButton>
      </div>
      {shown.cut ? <Banner tone="info">{t("calendar.cut")}</Banner> : null}
      <Calendar
        view={view}
        date={date}
        range={range}
        today={today}
        owner={whose}
        activities={shown.activities}
        f={f}
      />
    </ClientMessages>
  );
}
