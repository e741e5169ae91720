"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx";
import { popupClass } from "./popup-class";

export type PopoverProps = {
  trigger: ReactElement;
  /** Names the panel. */
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

/** The working popover; takes the light trigger's place on first use. */
export function PopoverPopup({
  trigger,
  label,
  align = "start",
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50">
          <Base.Popup aria-label={label} className={cx(popupClass, "p-3", className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
