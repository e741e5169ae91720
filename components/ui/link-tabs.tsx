"use client";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./cx";

type LinkTabsProps = {
  label: string;
  items: readonly { href: string; label: ReactNode }[];
  /** Parameters of the address that go along to the other tabs, e.g. the period. */
  keep?: readonly string[];
};

/** Row of links that look like tabs, each with its own address (settings, data). */
export function LinkTabs({ label, items, keep = [] }: LinkTabsProps) {
  const path = usePathname();
  const address = useSearchParams();
  const kept = new URLSearchParams([...address].filter(([name]) => keep.includes(name)));
  const query = kept.size > 0 ? `?${kept}` : "";
  const best = items
    .filter((item) => path === item.href || path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-line border-b">
      <ul className="flex gap-5">
        {items.map((item) => {
          const current = item.href === best?.href;
          return (
            <li key={item.href}>
              <Link
                href={item.href + query}
                aria-current={current ? "page" : undefined}
                className={cx(
                  "flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-1 text-sm focus-visible:-outline-offset-2 phone:h-11",
                  current
                    ? "border-accent font-medium text-ink"
                    : "border-transparent text-muted hover:text-ink",
                )}
              >
                {item.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
