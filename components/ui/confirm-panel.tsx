"use client";
import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactNode, useTransition } from "react";
import { Button } from "./button";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { backdropClass } from "./popup-class";

type ConfirmPanelProps = {
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => Promise<unknown> | unknown;
};

/** The panel of ConfirmDialog; loaded on opening. */
export function ConfirmPanel({
  title,
  children,
  confirmLabel,
  danger,
  open,
  onOpenChange,
  onConfirm,
}: ConfirmPanelProps) {
  const t = useTranslations("common");
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      if ((await onConfirm()) !== false) onOpenChange(false);
    });
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cx(
            "-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-40 w-96 max-w-[calc(100vw-2rem)] rounded-panel border border-line2 bg-raised p-5 shadow-raised outline-none",
            "transition-[opacity,scale] duration-150 ease-calm data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
          )}
        >
          <Base.Title className="font-semibold text-lg">{title}</Base.Title>
          <Base.Description render={<div />} className="mt-1 text-ink2 text-sm">
            {children}
          </Base.Description>
          <div className="mt-5 flex justify-end gap-2 phone:*:flex-1">
            <Base.Close className={buttonClass()}>{t("cancel")}</Base.Close>
            <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
