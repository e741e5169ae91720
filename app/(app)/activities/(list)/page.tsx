import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { activityFilters, activityView } from "@/components/activities/activity-list-view";
import { ListPage } from "@/components/lists/list-page";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { activityList } from "@/lib/activities/queries";
import { activitySort, parseActivityList } from "@/lib/activities/schema";
import { currentScope } from "@/lib/platform/auth/session";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

const COLUMNS = [
  "title",
  "day",
  "status",
  "subject",
  "contacts",
  "outcome",
  "nextStepOn",
  "deal",
  "minutes",
  "owner",
  "unit",
] as const;

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activities"))("title") };
}

export default async function ActivitiesPage({ searchParams }: Props) {
  const [scope, t] = await Promise.all([currentScope(), getTranslations("activities")]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "activities", search);
  if (start) redirect(start);
  const params = parseActivityList(search);
  const [list, views] = await Promise.all([
    activityList(scope, params),
    listViews(scope, "activities", search),
  ]);
  return (
    <ListPage
      view={await activityView(list.today)}
      list={list}
      params={params}
      views={<ViewBar state={views} />}
      sort={activitySort(params)}
      shown={COLUMNS}
      filters={await activityFilters()}
      icon={<CalendarDays />}
      admin={scope.role === "admin"}
      lead={(f) =>
        t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: list.totals.count,
          count: f.number(list.totals.count),
          done: f.number(list.totals.done),
          planned: f.number(list.totals.planned),
          overdue: f.number(list.totals.overdue),
        })
      }
      actions={<LinkButton href="/activities/calendar">{t("calendar.title")}</LinkButton>}
    />
  );
}
