"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import { cx } from "./cx";
import {
  type MenuCheckProps,
  type MenuItemProps,
  type MenuLinkProps,
  type MenuPartSet,
  MenuParts,
  type MenuProps,
  type MenuRadioGroupProps,
} from "./menu-parts";
import { popupClass, popupItemClass } from "./popup-class";

/** The working menu; takes the light trigger's place on first use. */
export function MenuPopup({ trigger, align = "end", side = "bottom", children }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, "min-w-44")}>
            <MenuParts value={PARTS}>{children}</MenuParts>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const PARTS: MenuPartSet = { Item, LinkItem, CheckItem, RadioItems, Separator };

function Item({ icon, danger, disabled, onClick, children }: MenuItemProps) {
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

function LinkItem({ href, icon, children }: MenuLinkProps) {
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={popupItemClass}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

function CheckItem({ checked, onCheckedChange, disabled, children }: MenuCheckProps) {
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

function RadioItems({ label, options, value, onValueChange }: MenuRadioGroupProps) {
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

function Separator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
