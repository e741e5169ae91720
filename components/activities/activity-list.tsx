import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Tag } from "@/components/ui/tag";
import type { Activity } from "@/lib/activities/domain/activity";
import { contactNames } from "@/lib/activities/domain/activity-fields";
import { dueState } from "@/lib/activities/domain/due-state";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { ActivityCommands } from "./activity-commands";
import { activityTitles, postponementsFrom } from "./activity-words";
import { KindIcon } from "./kind-icon";

type ActivityListProps = {
  activities: readonly (Activity & { writable: boolean })[];
  today: BusinessDate;
  f: Formatter;
  /** Says whose each is, where they are of several people. */
  owners?: boolean;
  /** false: the day stands above the list. */
  dated?: boolean;
};

/** Follow-ups as lines: what, when, what came of it; planned ones are done or put off with one tap. */
export async function ActivityList({
  activities,
  today,
  f,
  owners = false,
  dated = true,
}: ActivityListProps) {
  const [t, locale, title, postponements] = await Promise.all([
    getTranslations("activityForm"),
    getLocale(),
    activityTitles(),
    postponementsFrom(today, f),
  ]);
  const detail = (a: Activity) =>
    [
      contactNames(a, locale),
      a.subject,
      a.notes,
      a.outcome && t(`outcomes.${a.outcome}`),
      owners && localName(a.owner, locale),
    ]
      .filter(Boolean)
      .join(" · ");
  const when = (a: Activity) =>
    [dated ? f.dayAndMonth(a.day) : null, a.time].filter(Boolean).join(" ");
  return (
    <ul className="pb-2">
      {activities.map((activity) => {
        const state = dueState(activity, today);
        return (
          <li
            key={activity.id}
            className="relative flex items-start gap-2.5 border-grid border-t px-4 py-2.25 first:border-t-0 hover:bg-hover"
          >
            <span className={state === "overdue" ? "mt-0.5 text-bad" : "mt-0.5 text-muted"}>
              <KindIcon kind={activity.kind} />
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <Link
                  href={`/activities/${activity.id}`}
                  className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
                >
                  {title(activity)}
                </Link>
              </p>
              <p className="flex flex-wrap items-center gap-x-1.5 text-muted text-xs">
                {state === "overdue" ? <Tag status="bad">{t("overdue")}</Tag> : null}
                {state === "today" ? <Tag status="warn">{t("today")}</Tag> : null}
                <span className="tabular-nums">{when(activity)}</span>
                <span className="min-w-0 break-words">{detail(activity)}</span>
              </p>
            </div>
            {activity.status === "planned" && activity.writable ? (
              <ActivityCommands
                activity={{ id: activity.id, version: activity.version, day: activity.day }}
                title={title(activity)}
                postponements={postponements}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
