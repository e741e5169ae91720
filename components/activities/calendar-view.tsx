import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { Activity } from "@/lib/activities/domain/activity";
import { type CalendarView, weeksOf } from "@/lib/activities/domain/calendar-range";
import { dueState } from "@/lib/activities/domain/due-state";
import type { Formatter } from "@/lib/platform/i18n/format";
import { type BusinessDate, dayOf, monthOf } from "@/lib/shared/business-date";
import { hrefWith } from "@/lib/shared/list-params";
import { daysOf, type Period } from "@/lib/shared/period";
import { activityTitles } from "./activity-words";
import { CalendarAgenda } from "./calendar-agenda";
import { CalendarGrid } from "./calendar-grid";

type CalendarProps = {
  view: CalendarView;
  date: BusinessDate;
  range: Period;
  today: BusinessDate;
  /** Whose, where it is not the reader's own. */
  owner?: string;
  activities: readonly (Activity & { writable: boolean })[];
  f: Formatter;
};

/** Month and week as a grid, the day and everything on a phone as an agenda. */
export async function Calendar({ view, date, range, today, owner, activities, f }: CalendarProps) {
  const t = await getTranslations("activityForm");
  const title = await activityTitles();
  const agenda = (
    <CalendarAgenda activities={activities} today={today} f={f} fold={view !== "day"} />
  );
  if (view === "day") return <Card flush>{agenda}</Card>;
  const entries = activities.map((activity) => ({
    ...{ id: activity.id, version: activity.version, kind: activity.kind, day: activity.day },
    ...{ time: activity.time, title: title(activity), state: dueState(activity, today) },
    movable: activity.writable && activity.status === "planned",
  }));
  const days = daysOf(range);
  const weeks = weeksOf(range).map((week) =>
    week.map((day) => ({
      date: day,
      label: f.date(day),
      number: String(dayOf(day)),
      href: hrefWith("/activities/calendar", { view: "day", date: day, owner }),
      outside: view === "month" && monthOf(day) !== monthOf(date),
      today: day === today,
    })),
  );
  return (
    <Card flush>
      <CalendarGrid
        caption={f.month(date)}
        weekdays={days.slice(0, 7).map((day) => ({
          short: f.weekday(day, "short"),
          long: f.weekday(day, "long"),
        }))}
        weeks={weeks}
        entries={entries}
        most={view === "month" ? 3 : 12}
        movedTo={Object.fromEntries(
          days.map((day) => [day, t("movedTo", { date: f.dayAndMonth(day) })]),
        )}
      />
      <div className="shell:hidden">{agenda}</div>
    </Card>
  );
}
