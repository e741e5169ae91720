"use client";
import { Bell } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

// Not next/dynamic: on every page its own code would weigh more than this.
const NotificationPanel = lazy(() => import("./notification-panel"));

type BellProps = {
  /** As counted when the page was made; 100 stands for more. */
  unread: number;
  label: string;
};

/** Seconds between looks for news while the page is shown. */
const EVERY = 60;

/** The bell with the number of unread notifications; opening it loads the latest ones. */
export function NotificationBell({ unread, label }: BellProps) {
  const [news, setNews] = useState<{ since: number; count: number } | null>(null);
  const count = news?.since === unread ? news.count : unread;
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch("/api/notifications?only=count").catch(() => null);
      if (answer?.ok)
        setNews({ since: unread, count: ((await answer.json()) as BellProps).unread });
    }, EVERY * 1000);
    return () => clearInterval(timer);
  }, [unread]);
  return (
    <Popover
      label={label}
      align="end"
      className="w-96 p-0"
      trigger={
        <IconButton
          label={count > 0 ? `${label} (${count > 99 ? "99+" : count})` : label}
          className="relative"
          icon={
            <>
              <Bell aria-hidden="true" />
              {count > 0 ? (
                <span
                  aria-hidden="true"
                  className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-accent px-1 text-center font-medium text-2xs text-on-accent leading-4"
                >
                  {count > 99 ? "99+" : count}
                </span>
              ) : null}
            </>
          }
        />
      }
    >
      <Suspense>
        <NotificationPanel />
      </Suspense>
    </Popover>
  );
}
