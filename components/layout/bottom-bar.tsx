import { BottomLink } from "./nav-link";
import type { NavItem } from "./side-nav";

/** Floating bar at the bottom of a phone: up to five places within the thumb's reach. */
export function BottomBar({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav
      aria-label={label}
      className="no-print fixed inset-x-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-30 rounded-panel border border-line2 bg-raised p-1 shadow-raised shell:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {items.map((item) => (
          <li key={item.href}>
            <BottomLink {...item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
