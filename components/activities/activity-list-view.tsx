import { getTranslations } from "next-intl/server";
import { referenceCell } from "@/components/lists/list-cells";
import {
  choice,
  days,
  type ListFilter,
  place,
  reference,
  search,
} from "@/components/lists/list-filters";
import type { ListView } from "@/components/lists/list-view";
import { ClippedCell } from "@/components/tables/cells";
import { Tag } from "@/components/ui/tag";
import {
  ACTIVITY_KINDS,
  ACTIVITY_OUTCOMES,
  type Activity,
  type ActivityTotals,
} from "@/lib/activities/domain/activity";
import { type ActivityField, activityFields } from "@/lib/activities/domain/activity-fields";
import { dueState } from "@/lib/activities/domain/due-state";
import type { BusinessDate } from "@/lib/shared/business-date";
import { activityWords } from "./activity-words";

const STATUS = { overdue: "bad", today: "warn", upcoming: "neutral", done: "good" } as const;

/** Follow-ups as a table. */
export async function activityView(
  today: BusinessDate,
): Promise<ListView<Activity, ActivityTotals, ActivityField>> {
  const [t, words] = await Promise.all([getTranslations("activityForm"), activityWords()]);
  return {
    area: "activities",
    fields: activityFields(words),
    row: (activity) => ({ label: words.title(activity), href: `/activities/${activity.id}` }),
    cells: {
      status: (activity) => {
        const state = dueState(activity, today);
        return <Tag status={STATUS[state]}>{t(`states.${state}`)}</Tag>;
      },
      customer: (activity, look) => referenceCell(activity.customer, "/customers", look),
      deal: ({ deal }) => deal && <ClippedCell text={deal.title} href={`/deals/${deal.id}`} />,
      subject: ({ subject }) => subject && <ClippedCell text={subject} />,
    },
    unsorted: ["contacts"],
    sums: ({ minutes }) => ({ minutes }),
    wideOnly: ["unit", "minutes", "deal", "contacts"],
    teamOnly: ["owner", "unit"],
  };
}

/** The filters over the list of follow-ups. */
export async function activityFilters(): Promise<ListFilter[]> {
  const [a, t, l] = await Promise.all([
    getTranslations("activities"),
    getTranslations("activityForm"),
    getTranslations("lists"),
  ]);
  const statuses = ["planned", "due", "overdue", "done"] as const;
  return [
    search(a("search")),
    choice(
      "status",
      t("status"),
      statuses.map((value) => ({ value, label: a(`statuses.${value}`) })),
    ),
    choice(
      "kind",
      t("kind"),
      ACTIVITY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    ),
    ...place(),
    choice(
      "outcome",
      t("outcome"),
      ACTIVITY_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
      { panel: true },
    ),
    days(t("day")),
    reference("owner", { label: l("rep"), find: "person", team: true }),
    reference("customer", { find: "customer" }),
    reference("deal", { label: t("deal") }),
    reference("contact", { label: t("contacts"), find: "contact" }),
  ];
}
