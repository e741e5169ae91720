import "server-only";
import { getTranslations } from "next-intl/server";
import { read, system } from "@/lib/platform/db/access";
import { isLocale } from "@/lib/platform/i18n/locales";
import { type Scope, scopeOf } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { feedOf, ownerOfFeed } from "../data/calendar-feed";
import type { Activity } from "../domain/activity";
import { calendarFile } from "../domain/ics";
import { feedRows } from "../sql/feed-rows";

/** How far a calendar program sees, in days, and how many entries at most. */
const PAST = 90;
const AHEAD = 366;
const MOST = 1500;

/** When one's own address was made and last read; null where there is none. */
export function calendarFeed(scope: Scope) {
  return read(scope, (tx) => feedOf(tx, scope));
}

/**
 * The calendar file behind a secret address: the follow-ups of its owner and of nobody else. Null for
 * an address that never was or has ended, and for people without access.
 * @param origin where the product is, for the links back
 */
export async function calendarOf(secret: string, origin: string): Promise<string | null> {
  const owner = await system("read a calendar by its address", (tx) => ownerOfFeed(tx, secret));
  const scope = owner && (await scopeOf(owner.userId));
  if (!scope) return null;
  const locale = isLocale(owner.locale ?? "") ? (owner.locale as "zh-CN" | "en") : "zh-CN";
  const t = await getTranslations({ locale, namespace: "activityForm" });
  const title = ({ kind, customer, deal, subject }: Activity) => {
    const about = customer ? localName(customer, locale) : (deal?.title ?? subject);
    return about ? t("about", { kind: t(`kinds.${kind}`), about }) : t(`kinds.${kind}`);
  };
  const rows = await read(scope, async (tx) => {
    const { today } = await businessContext(tx);
    const days = { from: addDays(today, -PAST), to: addDays(today, AHEAD) };
    return feedRows(tx, scope.userId, days, MOST);
  });
  const events = rows.map(({ startsAt, ...a }) => ({
    ...{ uid: `${a.id}@closeloop`, changedAt: a.updatedAt, version: a.version, day: a.day },
    ...{ startsAt, minutes: a.minutes, title: title(a) },
    notes: [a.subject, a.deal?.title, a.notes].filter(Boolean).join("\n") || null,
    url: `${origin}/activities/${a.id}`,
  }));
  return calendarFile(t("calendarName"), events);
}
