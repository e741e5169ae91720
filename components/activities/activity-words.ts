import { getLocale, getTranslations } from "next-intl/server";
import type { Activity } from "@/lib/activities/domain/activity";
import type { ActivityWords } from "@/lib/activities/domain/activity-fields";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addDays, type BusinessDate, weekday } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import type { Postponement } from "./activity-commands";

/** What a follow-up is called: its kind, and whom or what it is about. */
export async function activityTitles(): Promise<(activity: Activity) => string> {
  const [t, locale] = await Promise.all([getTranslations("activityForm"), getLocale()]);
  return ({ kind, customer, deal, subject }) => {
    const about = customer ? localName(customer, locale) : (deal?.title ?? subject);
    const word = t(`kinds.${kind}`);
    return about ? t("about", { kind: word, about }) : word;
  };
}

/** Words for what a list shows of follow-ups. */
export async function activityWords(): Promise<ActivityWords> {
  const [t, title] = await Promise.all([getTranslations("activityForm"), activityTitles()]);
  return {
    title,
    kind: (kind) => t(`kinds.${kind}`),
    status: (status) => t(`statuses.${status}`),
    outcome: (outcome) => t(`outcomes.${outcome}`),
  };
}

/** Days a follow-up can be put off to: tomorrow, in three days, next Monday, in two weeks. */
export async function postponementsFrom(
  today: BusinessDate,
  f: Formatter,
): Promise<Postponement[]> {
  const t = await getTranslations("activityForm");
  const monday = addDays(today, 8 - weekday(today));
  const days = [
    ["tomorrow", addDays(today, 1)],
    ["inDays", addDays(today, 3)],
    ["nextMonday", monday],
    ["inTwoWeeks", addDays(today, 14)],
  ] as const;
  const first = new Set<BusinessDate>();
  return days.flatMap(([word, day]) => {
    if (first.has(day)) return [];
    first.add(day);
    const date = f.dayAndMonth(day);
    return [{ day, label: t(`days.${word}`, { date }), message: t("movedTo", { date }) }];
  });
}
