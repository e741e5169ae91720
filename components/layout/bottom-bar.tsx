import type { ReactNode } from "react";
import { BottomLink } from "./nav-link";
import type { NavItem } from "./side-nav";

/** Floating bar at the bottom of a phone: up to five places within the thumb's reach, the action among them. */
export function BottomBar({
  label,
  items,
  action,
}: {
  label: string;
  items: readonly NavItem[];
  /** In the middle. */
  action?: ReactNode;
}) {
  const half = Math.ceil(items.length / 2);
  const link = (item: NavItem) => (
    <li key={item.href}>
      <BottomLink {...item} />
    </li>
  );
  return (
    <nav
      aria-label={label}
      className="no-print fixed inset-x-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-30 rounded-panel border border-line2 bg-raised p-1 shadow-raised shell:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.slice(0, half).map(link)}
        {action ? <li>{action}</li> : null}
        {items.slice(half).map(link)}
      </ul>
    </nav>
  );
}
