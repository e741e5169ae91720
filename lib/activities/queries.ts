import "server-only";
import { listContext } from "@/lib/lists/data";
import { may } from "@/lib/people/domain/permissions";
import { read, type Tx } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { namesOf } from "@/lib/platform/db/named";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import type { BusinessDate, Weekday } from "@/lib/shared/business-date";
import type { Activity } from "./domain/activity";
import { type CalendarView, calendarRange } from "./domain/calendar-range";
import type { ActivityFilter, ActivityListParams } from "./schema";
import { meetingsOf } from "./sql/contact-options";
import {
  activitiesByDay,
  activityListSql,
  activityRow,
  activityTotals,
  findActivity,
  latestActivities,
  listActivities,
} from "./sql/list-activities";

/** One page of the list with its totals and the choices of its filters, in one snapshot. */
export function activityList(scope: Scope, params: ActivityListParams) {
  return read(scope, async (tx) => {
    const context = await listContext(tx, scope, params);
    return {
      ...context,
      today: (await businessContext(tx)).today,
      rows: await listActivities(tx, params),
      totals: await activityTotals(tx, params),
    };
  });
}

/** What the calendar shows at most; more than that nobody reads in a calendar. */
const CALENDAR_LIMIT = 600;

export type CalendarQuestion = { view?: CalendarView; date?: string; owner?: string };

/** The follow-ups of the days a calendar shows: one's own, or those of somebody below. */
export function activityCalendar(scope: Scope, { view = "month", date, owner }: CalendarQuestion) {
  return read(scope, async (tx) => {
    const { today, organisation } = await businessContext(tx);
    const day = (date ?? today) as BusinessDate;
    const range = calendarRange(view, day, organisation.firstDayOfWeek as Weekday);
    const ownerId = owner ?? scope.userId;
    const filter: ActivityFilter = { ...range, owner: [ownerId] };
    const found = await activitiesByDay(tx, filter, CALENDAR_LIMIT + 1);
    const names = await namesOf(tx, [ownerId]);
    return {
      ...{ today, view, date: day, range, ownerId },
      owner: names.get(ownerId) ?? null,
      own: ownerId === scope.userId,
      activities: found.slice(0, CALENDAR_LIMIT).map((activity) => withRight(scope, activity)),
      cut: found.length > CALENDAR_LIMIT,
    };
  });
}

async function activityIn(tx: Tx, id: string): Promise<Activity> {
  const activity = await findActivity(tx, id);
  if (!activity) throw new NotFoundError();
  return activity;
}

/**
 * A follow-up, and whether the reader may change it.
 * @throws NotFoundError where it does not exist or may not be seen
 */
export function activityDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const { today } = await businessContext(tx);
    const { writable, ...activity } = withRight(scope, await activityIn(tx, id));
    return { today, activity, writable };
  });
}

/** A follow-up, and whether the reader may change it. */
function withRight(scope: Scope, activity: Activity) {
  const { owner, unit } = activity;
  const writable = may(scope, "activity.write", { ownerId: owner.id, unitId: unit.id });
  return { ...activity, writable };
}

/** The latest follow-ups of a deal or a customer, what is planned first, with the count of all. */
export function activitiesOf(scope: Scope, about: { deal: string } | { customer: string }) {
  const filter: ActivityFilter =
    "deal" in about ? { deal: [about.deal] } : { customer: [about.customer] };
  return read(scope, async (tx) => {
    const { today } = await businessContext(tx);
    const found = await latestActivities(tx, filter, 10);
    return {
      today,
      activities: found.map((activity) => withRight(scope, activity)),
      totals: await activityTotals(tx, filter),
    };
  });
}
export type ActivitiesOf = Awaited<ReturnType<typeof activitiesOf>>;

/** How often each contact of a customer took part in follow-ups, and the last day; by contact. */
export async function contactMeetings(scope: Scope, customerId: string) {
  const rows = await read(scope, (tx) => meetingsOf(tx, customerId));
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** Hands over every follow-up of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachActivity(
  scope: Scope,
  params: ActivityListParams,
  use: (rows: readonly Activity[]) => Promise<void>,
): Promise<void> {
  return read(
    scope,
    (tx) => eachRow(tx, activityListSql(params), activityRow, use),
    EXPORT_TIMEOUT,
  );
}
