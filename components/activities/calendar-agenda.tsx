import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import type { Activity } from "@/lib/activities/domain/activity";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { ActivityList } from "./activity-list";

type CalendarAgendaProps = {
  activities: readonly (Activity & { writable: boolean })[];
  today: BusinessDate;
  f: Formatter;
  fold?: boolean;
};

/**
 * The days that have something, one after the other: the calendar of a phone, and of one day. `fold`
 * puts away what is over, so that a phone opens on what there is to do.
 */
export async function CalendarAgenda({ activities, today, f, fold = false }: CalendarAgendaProps) {
  const t = await getTranslations("activities");
  if (activities.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  const isOver = ({ day, status }: Activity) => fold && status === "done" && day < today;
  const over = activities.filter(isOver);
  const days = (list: typeof activities) =>
    [...Map.groupBy(list, ({ day }) => day)].map(([day, here]) => (
      <section key={day} aria-label={f.date(day)}>
        <h3 className="px-4 pt-2 font-medium text-ink2 text-sm">{f.dayInWeek(day)}</h3>
        <ActivityList activities={here} today={today} f={f} dated={false} />
      </section>
    ));
  return (
    <div className="grid gap-1 pt-1">
      {over.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer px-4 py-3 text-muted text-sm">
            {t("over", { count: over.length })}
          </summary>
          {days(over)}
        </details>
      ) : null}
      {days(activities.filter((activity) => !isOver(activity)))}
    </div>
  );
}
