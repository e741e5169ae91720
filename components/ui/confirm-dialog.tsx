"use client";
import { cloneElement, type ReactElement, type ReactNode } from "react";
import { openerProps, triggerElement, useLazyPopup } from "./use-lazy-popup";

const load = () => import("./confirm-panel");

type ConfirmDialogProps = {
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  children?: ReactNode;
  /** The verb, e.g. "Delete". */
  confirmLabel: string;
  danger?: boolean;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Stays open and pending until it resolves; return false to keep it open. */
  onConfirm: () => Promise<unknown> | unknown;
};

/** Asks before a step that cannot be taken back. Focus starts on Cancel. */
export function ConfirmDialog({ trigger, open, onOpenChange, ...panel }: ConfirmDialogProps) {
  const popup = useLazyPopup(load, open, onOpenChange);
  const Panel = popup.module?.ConfirmPanel;
  const opener = trigger ? triggerElement(trigger) : null;
  return (
    <>
      {opener ? cloneElement(opener, openerProps(opener, popup, "dialog")) : null}
      {Panel ? <Panel {...panel} open={popup.open} onOpenChange={popup.setOpen} /> : null}
    </>
  );
}
