import { getLocale, getTranslations } from "next-intl/server";
import { withNames } from "@/lib/discussion/domain/mention";
import type { NotificationView } from "@/lib/discussion/domain/notification";
import { notificationHref } from "@/lib/discussion/domain/notification";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";

/** A notification in words, ready to be shown in the browser. */
export type NotificationLine = {
  id: string;
  read: boolean;
  /** Name of who did it, for the avatar. */
  actor: string;
  /** Who did what. */
  what: string;
  /** The record it is about; says so where it is gone or may no longer be seen. */
  record: string;
  gone: boolean;
  /** What was said, if anything. */
  said: string | null;
  time: string;
  at: string;
  href: string | null;
};

type Page = { rows: readonly NotificationView[]; people: Record<string, Named> };

export async function notificationLines(page: Page, f: Formatter): Promise<NotificationLine[]> {
  const [t, locale] = await Promise.all([getTranslations("notifications"), getLocale()]);
  const nameOf = (id: string) => {
    const person = page.people[id];
    return person && localName(person, locale);
  };
  return page.rows.map((row) => {
    const actor = row.actor ? localName(row.actor, locale) : t("system");
    const kind = t(`records.${row.record.kind}`);
    return {
      id: row.id,
      read: row.read,
      actor,
      what: t(`kinds.${row.kind}`, { actor }),
      record: row.title
        ? t("record", { kind, title: localName(row.title, locale) })
        : t("unseen", { kind }),
      gone: row.title === null,
      said: row.comment ? withNames(row.comment, nameOf) : (row.details.words ?? null),
      time: f.dateTime(row.at),
      at: row.at.toISOString(),
      href: notificationHref(row),
    };
  });
}
