import type { Named, Reference } from "@/lib/shared/named";
import { type RecordKind, type RecordRef, recordHref } from "@/lib/shared/record";

/** What people are told about; each has a sentence under `notifications.kinds`. */
export const NOTIFICATION_KINDS = [
  "mention",
  "reply",
  "comment",
  "changed",
  "assigned",
  "attached",
  "handoverAsked",
  "handoverAccepted",
  "handoverDeclined",
  "duplicateAsked",
  "duplicateAnswered",
  "found",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Kinds of which a person reads the latest only: many changes of a record are one line. */
export function replacesEarlier(kind: NotificationKind): boolean {
  return kind === "changed";
}

/**
 * What goes with a notification. No text of the record: whoever reads it later may no longer see that.
 * `path`: where to go instead of the record's page, e.g. a list of requests. `words`: what the sender
 * typed for the receiver.
 */
export type NotificationDetails = { comment?: string; path?: string; words?: string };

export type NotificationView = {
  id: string;
  kind: NotificationKind;
  actor: Reference | null;
  at: Date;
  read: boolean;
  record: RecordRef & { kind: RecordKind };
  /** What the record is called; null where it is gone or the receiver may no longer see it. */
  title: Named | null;
  /** The text of the comment it is about, mentions as `@{id}`. */
  comment: string | null;
  details: NotificationDetails;
};

/** Where a notification leads; null where there is nothing (left) to see. */
export function notificationHref({ record, title, details }: NotificationView): string | null {
  if (details.path) return details.path;
  if (title === null) return null;
  return details.comment
    ? `${recordHref(record)}?comments=all#comment-${details.comment}`
    : recordHref(record);
}
