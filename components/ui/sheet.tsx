"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx";
import { PanelHeader } from "./dialog";
import { backdropClass } from "./popup-class";

type SheetProps = {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "right" | "left";
  footer?: ReactNode;
  children?: ReactNode;
};

/** Panel from the side of the window (30 rem); right sheets fill a phone's screen. */
export function Sheet({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  side = "right",
  footer,
  children,
}: SheetProps) {
  const t = useTranslations("common");
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cx(
            "fixed inset-y-0 z-40 flex max-w-full flex-col bg-raised shadow-raised outline-none transition-[translate,opacity] duration-200 ease-calm",
            side === "right"
              ? "right-0 w-120 border-line border-l data-ending-style:translate-x-full data-starting-style:translate-x-full phone:w-full"
              : "left-0 w-72 border-line border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
          )}
        >
          <PanelHeader title={title} description={description} closeLabel={t("close")} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-6">{children}</div>
          {footer ? (
            <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
