import type { ReactNode } from "react";
import { NavLink } from "./nav-link";

export type NavItem = { href: string; label: string; count?: number | string; icon?: ReactNode };
/** Items under a small heading; the heading may be left out. */
export type NavGroup = { label?: string; items: readonly NavItem[] };

/** The groups of links of the side navigation (in the sidebar and in the phone's menu). */
export function SideNav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  return (
    <nav aria-label={label}>
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label ? (
            <p
              className="px-2 pt-3 pb-1 text-2xs text-muted leading-5 tracking-[0.02em]"
              aria-hidden="true"
            >
              {group.label}
            </p>
          ) : null}
          <ul aria-label={group.label} className="grid gap-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink {...item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
