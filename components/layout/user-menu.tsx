"use client";
import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "../ui/menu";
import { Avatar } from "../ui/small-parts";

type UserMenuProps = {
  name: string;
  /** Role or place, e.g. "Manager, East". */
  detail?: string;
  /** Accessible name of the button, e.g. "Account". */
  label: string;
  /** Menu lines: MenuLink, MenuItem, MenuRadioGroup, MenuSeparator. */
  children: ReactNode;
};

/** The line of the signed-in person at the bottom of the sidebar, opening the account menu. */
export function UserMenu({ name, detail, label, children }: UserMenuProps) {
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${name}`}
          className="flex w-full items-center gap-2 rounded-md px-1.5 py-1.5 text-left hover:bg-sunken"
        >
          <Avatar name={name} />
          <span className="min-w-0 flex-1 leading-4">
            <span className="block truncate text-ink2 text-sm">{name}</span>
            {detail ? <span className="block truncate text-2xs text-muted">{detail}</span> : null}
          </span>
          <ChevronsUpDown className="size-3.5 text-muted" aria-hidden="true" />
        </button>
      }
    >
      {children}
    </Menu>
  );
}
