"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { PanelContext } from "./panel-context";
import { backdropClass } from "./popup-class";

export type PanelShape = "sm" | "md" | "lg" | "right" | "left";

export type PanelProps = {
  shape: PanelShape;
  title: ReactNode;
  description?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  footer?: ReactNode;
  children?: ReactNode;
};

const CENTRE =
  "-translate-x-1/2 -translate-y-1/2 top-1/2 left-1/2 max-h-[calc(100dvh-3rem)] max-w-[calc(100vw-2rem)] rounded-panel border border-line2 " +
  "data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0 " +
  "phone:inset-x-0 phone:top-auto phone:bottom-0 phone:w-full phone:max-w-full phone:translate-x-0 phone:translate-y-0 phone:rounded-b-none";
const SHAPE: Record<PanelShape, string> = {
  sm: `${CENTRE} w-96`,
  md: `${CENTRE} w-lg`,
  lg: `${CENTRE} w-3xl`,
  right:
    "inset-y-0 right-0 w-120 max-w-full border-line border-l data-ending-style:translate-x-full data-starting-style:translate-x-full phone:w-full",
  left: "inset-y-0 left-0 w-72 max-w-full border-line border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
};

/** The panel of Dialog and Sheet: modal, Esc closes, focus goes in and comes back. Loaded on opening. */
export function Panel({
  shape,
  title,
  description,
  open,
  onOpenChange,
  footer,
  children,
}: PanelProps) {
  const t = useTranslations("common");
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cx(
            "fixed z-40 flex flex-col bg-raised shadow-raised outline-none transition-[opacity,scale,translate] duration-200 ease-calm",
            SHAPE[shape],
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description ? (
                <Base.Description className="mt-0.5 text-muted text-sm">
                  {description}
                </Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label={t("close")}
              className={cx(buttonClass("ghost", "md", true), "-mr-2")}
            >
              <X aria-hidden="true" />
            </Base.Close>
          </div>
          <PanelContext value={() => onOpenChange(false)}>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
            {footer ? (
              <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3 phone:*:flex-1">
                {footer}
              </div>
            ) : null}
          </PanelContext>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
