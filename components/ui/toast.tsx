"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { type Status, StatusMark } from "./tag";

const manager = Base.createToastManager<{ status: Status }>();

type ToastOptions = {
  status?: Status;
  description?: ReactNode;
  /** One button, usually "Undo". */
  action?: { label: string; onClick: () => void };
};

/** Shows a short message at the corner; errors stay until closed, others 5 s (10 s with an action). */
export function toast(
  title: ReactNode,
  { status = "good", description, action }: ToastOptions = {},
): void {
  const id = manager.add({
    title,
    description,
    timeout: status === "bad" ? 0 : action ? 10_000 : 5_000,
    priority: status === "bad" ? "high" : "low",
    data: { status },
    actionProps: action
      ? {
          children: action.label,
          onClick: () => {
            action.onClick();
            manager.close(id);
          },
        }
      : undefined,
  });
}

/** Place of all toasts: put once, around or after the application's content. */
export function ToastProvider({ children }: { children?: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <ToastList />
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const t = useTranslations("common");
  const { toasts } = Base.useToastManager<{ status: Status }>();
  return (
    <Base.Viewport
      aria-label={t("notifications")}
      className="fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none phone:bottom-24"
    >
      {toasts.map((item) => (
        <Base.Root
          key={item.id}
          toast={item}
          swipeDirection={["right", "down"]}
          className="rounded-card border border-line2 bg-raised shadow-raised transition-[opacity,translate] duration-150 data-ending-style:translate-y-1 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Base.Content className="flex items-start gap-2.5 p-3 text-sm">
            <Mark status={item.data?.status ?? "neutral"} />
            <div className="min-w-0 flex-1">
              <Base.Title className="font-medium" render={<p />} />
              <Base.Description className="text-muted" />
            </div>
            {item.actionProps ? <Base.Action className={buttonClass("secondary", "sm")} /> : null}
            <Base.Close
              aria-label={t("dismiss")}
              className={cx(buttonClass("ghost", "sm", true), "-my-1 -mr-1")}
            >
              <X aria-hidden="true" />
            </Base.Close>
          </Base.Content>
        </Base.Root>
      ))}
    </Base.Viewport>
  );
}

const MARK: Record<Status, string> = {
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
  neutral: "text-muted",
};

function Mark({ status }: { status: Status }) {
  return <StatusMark status={status} className={cx("mt-1", MARK[status])} />;
}
