import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ActivityList } from "@/components/activities/activity-list";
import { NewActivity } from "@/components/activities/new-activity";
import { TopFindings } from "@/components/findings/top-findings";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DealsInNeed } from "@/components/my-day/deals-in-need";
import { FeedbackToAnswer } from "@/components/my-day/feedback-to-answer";
import { FollowUps } from "@/components/my-day/follow-ups";
import { QuarterCard } from "@/components/my-day/quarter-card";
import { SelectFilter } from "@/components/tables/filters";
import { Tag } from "@/components/ui/tag";
import { activityListHref } from "@/lib/activities/schema";
import { dealListHref } from "@/lib/deals/schema";
import { feedbackListHref } from "@/lib/feedback/schema";
import { findingListHref } from "@/lib/findings/schema";
import { myDay } from "@/lib/my-day/queries";
import { myDaySchema } from "@/lib/my-day/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { searchParams: Promise<SearchParams> };

/** Read once for the title and the page. */
const loadFor = cache(async (rep: string | undefined) =>
  orNotFound(myDay(await currentScope(), { rep })),
);
const load = async (search: Promise<SearchParams>) => loadFor(myDaySchema.parse(await search).rep);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ person }, t, locale] = await Promise.all([
    load(searchParams),
    getTranslations("myDay"),
    getLocale(),
  ]);
  return { title: person ? t("titleOf", { name: localName(person, locale) }) : t("title") };
}

export default async function MyDayPage({ searchParams }: Props) {
  const [day, t, locale, f] = await Promise.all([
    load(searchParams),
    getTranslations("myDay"),
    getLocale(),
    pageFormatter(),
  ]);
  const { today, person, quarter, due, coming, ownerId, reps } = day;
  const owner = [ownerId];
  return (
    <ClientMessages namespaces={["activityForm"]}>
      <PageHeader
        title={person ? t("titleOf", { name: localName(person, locale) }) : t("title")}
        tag={<Tag>{f.period(quarter.period.label)}</Tag>}
        lead={t("lead", { date: f.dayInWeek(today), due: due.length, done: day.done })}
        actions={
          reps.length > 0 ? (
            <SelectFilter
              param="rep"
              label={t("rep")}
              allLabel={t("own")}
              options={reps.map((rep) => ({ value: rep.id, label: localName(rep, locale) }))}
            />
          ) : null
        }
      />
      <div className="grid gap-3.5 lg:grid-cols-[minmax(0,1.62fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:items-start">
        <QuarterCard {...quarter} f={f} />
        <div className="grid content-start gap-3.5 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <FollowUps
            title={t("today.title")}
            sub={day.moreDue ? t("today.more") : undefined}
            empty={t("today.none")}
            allHref={activityListHref({ owner, status: "due" })}
            actions={person ? null : <NewActivity today={today} />}
          >
            {due.length > 0 ? <ActivityList activities={due} today={today} f={f} /> : null}
          </FollowUps>
          <DealsInNeed
            needs={day.needs}
            more={day.moreNeeds}
            allHref={dealListHref({ kind: "open", owner })}
            f={f}
          />
        </div>
        <div className="grid content-start gap-3.5 lg:col-start-2">
          <TopFindings
            findings={day.findings.findings}
            totals={day.findings.totals}
            href={findingListHref(day.findings.filter)}
            f={f}
          />
          <FeedbackToAnswer
            feedback={day.feedback}
            allHref={feedbackListHref({ owner, status: ["new", "acknowledged"] })}
            f={f}
          />
          <FollowUps
            title={t("coming.title")}
            empty={t("coming.none")}
            allHref={`/activities/calendar?view=week${person ? `&owner=${person.id}` : ""}`}
          >
            {coming.length > 0 ? <ActivityList activities={coming} today={today} f={f} /> : null}
          </FollowUps>
        </div>
      </div>
    </ClientMessages>
  );
}
