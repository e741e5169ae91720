import "server-only";
import { read } from "@/lib/platform/db/access";
import { namesOf } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";
import * as inbox from "../data/inbox";
import { mentionedIn } from "../domain/mention";
import { listNotifications } from "../sql/list-notifications";

/** How many notifications the reader has not read; 100 stands for more. */
export function unreadCount(scope: Scope): Promise<number> {
  return read(scope, (tx) => inbox.unreadCount(tx, scope.userId));
}

export const NOTIFICATIONS_A_PAGE = 30;

/** One page of the reader's notifications, with the names of the people their comments mention. */
export function notificationPage(
  scope: Scope,
  { unread = false, page = 1, size = NOTIFICATIONS_A_PAGE },
) {
  return read(scope, async (tx) => {
    const { rows, total } = await listNotifications(tx, scope.userId, { unread, page, size });
    const people = await namesOf(
      tx,
      rows.flatMap(({ comment }) => mentionedIn(comment ?? "")),
    );
    return {
      rows,
      total,
      unread: await inbox.unreadCount(tx, scope.userId),
      people: Object.fromEntries(people),
    };
  });
}
export type NotificationPage = Awaited<ReturnType<typeof notificationPage>>;
