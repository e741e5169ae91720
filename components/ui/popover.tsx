"use client";
import { cloneElement } from "react";
import type { PopoverProps } from "./popover-popup";
import { openerProps, triggerElement, useLazyPopup } from "./use-lazy-popup";

const load = () => import("./popover-popup");

/** Small panel at its trigger, for choices or short explanations. `label` names it. */
export function Popover(props: PopoverProps) {
  const popup = useLazyPopup(load);
  const trigger = triggerElement(props.trigger);
  if (popup.module) return <popup.module.PopoverPopup {...props} trigger={trigger} />;
  return cloneElement(trigger, openerProps(trigger, popup, "dialog"));
}
