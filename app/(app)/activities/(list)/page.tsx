import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { activityFilters, activityView } from "@/components/activities/activity-list-view";
import { ListPage } from "@/components/lists/list-page";
import { LinkButton } from "@/components/ui/link-button";
import { activityList } from "@/lib/activities/queries";
import { activitySort, parseActivityList } from "@/lib/activities/schema";
import { currentScope } from "@/lib/platform/auth/session";
import type { SearchParams } from "@/lib/shared/list-params";

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
  const params = parseActivityList(await searchParams);
  const list = await activityList(scope, params);
  return (
    <ListPage
      view={await activityView(list.today)}
      list={list}
      params={params}
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
