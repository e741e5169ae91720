"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx";
import { popupClass, popupItemClass } from "./popup-class";

/** Menu of commands at its trigger; children are MenuItem, MenuLink, MenuCheck, MenuSeparator. */
export function Menu({
  trigger,
  align = "end",
  side = "bottom",
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, "min-w-44")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A command. `danger` for what destroys (it should still ask). */
export function MenuItem({
  icon,
  danger,
  disabled,
  onClick,
  children,
}: {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  children: ReactNode;
}) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onClick}
      className={cx(popupItemClass, danger ? "text-bad data-highlighted:text-bad" : null)}
    >
      {icon}
      {children}
    </Base.Item>
  );
}

/** A menu line that goes to a page. */
export function MenuLink({
  href,
  icon,
  children,
}: {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={popupItemClass}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

/** A line that is on or off; the menu stays open. */
export function MenuCheck({
  checked,
  onCheckedChange,
  disabled,
  children,
}: {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      disabled={disabled}
      closeOnClick={false}
      className={popupItemClass}
    >
      <span className="flex-1">{children}</span>
      <Base.CheckboxItemIndicator className="text-accent">
        <Check aria-hidden="true" />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  );
}

/** Lines of which one is chosen, under a small heading. */
export function MenuRadioGroup({
  label,
  options,
  value,
  onValueChange,
}: {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onValueChange: (value: string) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-2xs text-muted">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onValueChange(String(next))}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            closeOnClick={false}
            className={popupItemClass}
          >
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator className="text-accent">
              <Check aria-hidden="true" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Rule between groups of lines. */
export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
