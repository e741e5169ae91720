"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { readNotifications } from "@/lib/discussion/actions/notifications";
import type { NotificationLine } from "./notification-lines";
import { NotificationList } from "./notification-list";

type Loaded = { lines: readonly NotificationLine[]; unread: number };

/** The latest notifications, in the bell's panel. */
export default function NotificationPanel() {
  const t = useTranslations("navigation.notifications");
  const [loaded, setLoaded] = useState<Loaded | "failed" | null>(null);
  useEffect(() => {
    fetch("/api/notifications")
      .then(async (answer) => setLoaded(answer.ok ? ((await answer.json()) as Loaded) : "failed"))
      .catch(() => setLoaded("failed"));
  }, []);
  if (loaded === null) return <Spinner className="m-6" />;
  if (loaded === "failed") return <p className="p-4 text-bad">{t("failed")}</p>;
  async function readAll() {
    if (loaded === null || loaded === "failed") return;
    setLoaded({ unread: 0, lines: loaded.lines.map((line) => ({ ...line, read: true })) });
    await readNotifications({ ids: null });
  }
  return (
    <>
      <div className="flex items-center gap-2 border-line border-b py-1.5 pr-2 pl-4">
        <h2 className="flex-1 font-semibold">{t("title")}</h2>
        {loaded.unread > 0 ? (
          <Button size="sm" variant="ghost" onClick={() => void readAll()}>
            {t("readAll")}
          </Button>
        ) : null}
      </div>
      {loaded.lines.length > 0 ? (
        <NotificationList lines={loaded.lines} unread={t("unread")} />
      ) : (
        <p className="px-4 py-6 text-muted">{t("empty")}</p>
      )}
      <p className="border-line border-t px-4 py-2">
        <Link className="link" href="/notifications">
          {t("all")}
        </Link>
      </p>
    </>
  );
}
