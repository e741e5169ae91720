"use client";
import { cloneElement, type KeyboardEvent, use } from "react";
import {
  type MenuCheckProps,
  type MenuItemProps,
  type MenuLinkProps,
  MenuParts,
  type MenuProps,
  type MenuRadioGroupProps,
} from "./menu-parts";
import { openerProps, triggerElement, useLazyPopup } from "./use-lazy-popup";

const load = () => import("./menu-popup");

/**
 * Menu of commands at its trigger; children are MenuItem, MenuLink, MenuCheck, MenuRadioGroup,
 * MenuSeparator. Its code is loaded on first use.
 */
export function Menu(props: MenuProps) {
  const popup = useLazyPopup(load);
  const trigger = triggerElement(props.trigger);
  if (popup.module) return <popup.module.MenuPopup {...props} trigger={trigger} />;
  return cloneElement(trigger, {
    ...openerProps(trigger, popup, "menu"),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      popup.setOpen(true);
    },
  });
}

/** A command. `danger` for what destroys (it should still ask). */
export function MenuItem(props: MenuItemProps) {
  const parts = use(MenuParts);
  return parts ? <parts.Item {...props} /> : null;
}

/** A menu line that goes to a page. */
export function MenuLink(props: MenuLinkProps) {
  const parts = use(MenuParts);
  return parts ? <parts.LinkItem {...props} /> : null;
}

/** A line that is on or off; the menu stays open. */
export function MenuCheck(props: MenuCheckProps) {
  const parts = use(MenuParts);
  return parts ? <parts.CheckItem {...props} /> : null;
}

/** Lines of which one is chosen, under a small heading. */
export function MenuRadioGroup(props: MenuRadioGroupProps) {
  const parts = use(MenuParts);
  return parts ? <parts.RadioItems {...props} /> : null;
}

/** Rule between groups of lines. */
export function MenuSeparator() {
  const parts = use(MenuParts);
  return parts ? <parts.Separator /> : null;
}
