"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";

type NavLinkProps = { href: string; label: string; count?: number | string; icon?: ReactNode };

/** One line of the side navigation; marked as current on its page and the pages below. */
export function NavLink({ href, label, count, icon }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "flex min-h-7.5 items-center justify-between gap-2 rounded-md px-2 py-1 phone:min-h-11",
        current
          ? "bg-surface font-medium text-ink shadow-[inset_0_0_0_1px_var(--line)]"
          : "text-ink2 hover:bg-sunken hover:text-ink",
      )}
    >
      <span className="flex min-w-0 items-center gap-2 [&_svg]:size-4">
        {icon}
        <span className="truncate">{label}</span>
      </span>
      {count ? <span className="font-normal text-2xs text-muted tabular-nums">{count}</span> : null}
    </Link>
  );
}

/** One place of the phone's bottom bar: icon over a short word. */
export function BottomLink({ href, label, icon }: NavLinkProps) {
  const path = usePathname();
  const current = path === href;
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "flex min-h-12 flex-col items-center justify-center gap-0.5 rounded-card text-xs [&_svg]:size-5.5",
        current ? "font-medium text-accent" : "text-ink2",
      )}
    >
      {icon}
      {label}
    </Link>
  );
}
