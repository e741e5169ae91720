"use client";
import { type ComponentType, createContext, type ReactElement, type ReactNode } from "react";

export type MenuProps = {
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
};
export type MenuItemProps = {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  children: ReactNode;
};
export type MenuLinkProps = { href: string; icon?: ReactNode; children: ReactNode };
export type MenuCheckProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
};
export type MenuRadioGroupProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onValueChange: (value: string) => void;
};

export type MenuPartSet = {
  Item: ComponentType<MenuItemProps>;
  LinkItem: ComponentType<MenuLinkProps>;
  CheckItem: ComponentType<MenuCheckProps>;
  RadioItems: ComponentType<MenuRadioGroupProps>;
  Separator: ComponentType;
};

/** The working parts of an open menu: lets menu lines be written without loading the menu's code. */
export const MenuParts = createContext<MenuPartSet | null>(null);
