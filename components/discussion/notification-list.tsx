"use client";
import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { Avatar, VisuallyHidden } from "@/components/ui/small-parts";
import { readNotifications } from "@/lib/discussion/actions/notifications";
import type { NotificationLine } from "./notification-lines";

type ListProps = {
  lines: readonly NotificationLine[];
  /** Said to screen readers of a line that has not been read. */
  unread: string;
  /** After a line was opened. */
  onOpen?: () => void;
};

/** Notifications one under the other; opening one marks it as read. */
export function NotificationList({ lines, unread, onOpen }: ListProps) {
  return (
    <ul className="grid grid-cols-1" data-list>
      {lines.map((line) => (
        <li key={line.id} className="border-line border-b last:border-b-0">
          <Line line={line} unread={unread} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line, unread, onOpen }: Omit<ListProps, "lines"> & { line: NotificationLine }) {
  const inside = (
    <>
      <Avatar name={line.actor} />
      <span className="min-w-0 flex-1">
        <span className={cx("block", line.read ? "text-ink2" : "font-medium")}>{line.what}</span>
        <span className={cx("block truncate", line.gone ? "text-muted italic" : "text-ink2")}>
          {line.record}
        </span>
        {line.said ? <span className="line-clamp-2 text-muted">{line.said}</span> : null}
        <time dateTime={line.at} className="block text-muted text-xs">
          {line.time}
        </time>
      </span>
      {line.read ? null : (
        <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
          <VisuallyHidden>{unread}</VisuallyHidden>
        </span>
      )}
    </>
  );
  const look = "flex w-full items-start gap-2.5 px-4 py-2.5 text-left text-sm";
  const read = () => void (line.read || readNotifications({ ids: [line.id] }));
  if (!line.href) {
    return line.read ? (
      <div className={look}>{inside}</div>
    ) : (
      <button type="button" className={cx(look, "hover:bg-hover")} onClick={read}>
        {inside}
      </button>
    );
  }
  return (
    <Link
      href={line.href}
      prefetch={false}
      className={cx(look, "hover:bg-hover")}
      onClick={() => {
        read();
        onOpen?.();
      }}
    >
      {inside}
    </Link>
  );
}
