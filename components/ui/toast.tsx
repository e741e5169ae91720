"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button";
import { cx } from "./cx";
import { type Status, StatusMark } from "./tag";
import {
  closeToast,
  currentToasts,
  serverToasts,
  subscribeToasts,
  type ToastItem,
  toast,
} from "./toast-store";

export { toast };

/** Place of all toasts: put once, around or after the application's content. */
export function ToastProvider({ children }: { children?: ReactNode }) {
  return (
    <>
      {children}
      <ToastList />
    </>
  );
}

function ToastList() {
  const t = useTranslations("common");
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, serverToasts);
  return (
    <section
      aria-label={t("notifications")}
      aria-live="polite"
      className="no-print pointer-events-none fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 *:pointer-events-auto phone:bottom-24"
    >
      {toasts.map((item) => (
        <ToastCard key={item.id} item={item} />
      ))}
    </section>
  );
}

const MARK: Record<Status, string> = {
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
  neutral: "text-muted",
};

function ToastCard({ item }: { item: ToastItem }) {
  const t = useTranslations("common");
  const [held, setHeld] = useState(false);
  const seconds = item.status === "bad" ? null : item.action ? 10 : 5;
  useEffect(() => {
    if (held || seconds === null) return;
    const timer = setTimeout(() => closeToast(item.id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, seconds, item.id]);
  const { action } = item;
  function act() {
    action?.onClick();
    closeToast(item.id);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only holds its clock
    <div
      role={item.status === "bad" ? "alert" : "group"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex items-start gap-2.5 rounded-card border border-line2 bg-raised p-3 text-sm shadow-raised transition-[opacity,translate] duration-150 starting:translate-y-2 starting:opacity-0"
    >
      <StatusMark status={item.status} className={cx("mt-1", MARK[item.status])} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{item.title}</p>
        {item.description ? <div className="text-muted">{item.description}</div> : null}
      </div>
      {action ? (
        <Button size="sm" onClick={act}>
          {action.label}
        </Button>
      ) : null}
      <IconButton
        size="sm"
        label={t("dismiss")}
        icon={<X aria-hidden="true" />}
        className="-my-1 -mr-1"
        onClick={() => closeToast(item.id)}
      />
    </div>
  );
}
