"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { backdropClass } from "./popup-class";

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out and control `open` instead. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  width?: "sm" | "md" | "lg";
  children?: ReactNode;
};

const WIDTH = { sm: "w-96", md: "w-lg", lg: "w-3xl" };

/** Modal dialog in the middle; on phones it rises from the bottom edge. Esc closes. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  width = "md",
  children,
}: DialogProps) {
  const t = useTranslations("common");
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cx(
            "-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-3rem)] max-w-[calc(100vw-2rem)] flex-col rounded-panel border border-line2 bg-raised shadow-raised outline-none",
            "transition-[opacity,scale,translate] duration-150 ease-calm data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
            "phone:inset-x-0 phone:top-auto phone:bottom-0 phone:w-full phone:max-w-full phone:translate-x-0 phone:translate-y-0 phone:rounded-b-none",
            WIDTH[width],
          )}
        >
          <PanelHeader title={title} description={description} closeLabel={t("close")} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 phone:*:flex-1">
              {footer}
            </div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Title row of dialogs and sheets with the close button. */
export function PanelHeader({
  title,
  description,
  closeLabel,
}: {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
}) {
  return (
    <div className="flex items-start gap-3 px-5 pt-4 pb-2">
      <div className="min-w-0 flex-1">
        <Base.Title className="font-semibold text-lg">{title}</Base.Title>
        {description ? (
          <Base.Description className="mt-0.5 text-muted text-sm">{description}</Base.Description>
        ) : null}
      </div>
      <Base.Close aria-label={closeLabel} className={cx(buttonClass("ghost", "md", true), "-mr-2")}>
        <X aria-hidden="true" />
      </Base.Close>
    </div>
  );
}

/** Closes the dialog or sheet around it; `render` gives the button's look. */
export const DialogClose = Base.Close;
