"use client";
import { type ComponentProps, cloneElement, type ReactElement, type ReactNode } from "react";
import { Button } from "./button";
import { useClosePanel } from "./panel-context";
import { openerProps, triggerElement, useLazyPopup } from "./use-lazy-popup";

const load = () => import("./panel");

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; leave out and control `open` instead. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at the bottom, the main one last; `DialogClose` closes. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** Modal dialog in the middle; on phones it rises from the bottom edge. Esc closes. */
export function Dialog({ width = "md", ...props }: DialogProps & { width?: "sm" | "md" | "lg" }) {
  return <LazyPanel {...props} shape={width} />;
}

/** Trigger and panel shared by Dialog and Sheet. */
export function LazyPanel({
  trigger,
  open,
  onOpenChange,
  ...panel
}: DialogProps & { shape: "sm" | "md" | "lg" | "left" | "right" }) {
  const popup = useLazyPopup(load, open, onOpenChange);
  const Panel = popup.module?.Panel;
  const opener = trigger ? triggerElement(trigger) : null;
  return (
    <>
      {opener ? cloneElement(opener, openerProps(opener, popup, "dialog")) : null}
      {Panel ? <Panel {...panel} open={popup.open} onOpenChange={popup.setOpen} /> : null}
    </>
  );
}

/** Button that closes the dialog or sheet around. */
export function DialogClose(props: ComponentProps<typeof Button>) {
  const close = useClosePanel();
  return <Button {...props} onClick={close} />;
}
