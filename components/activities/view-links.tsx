import Link from "next/link";
import { cx } from "@/components/ui/cx";

/** Views of the same thing in a row, each with its address. */
export function ViewLinks({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; current: boolean }[];
}) {
  return (
    <nav
      aria-label={label}
      className="inline-flex rounded-control border border-line2 bg-sunken p-0.5"
    >
      {items.map(({ href, label: text, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? "page" : undefined}
          className={cx(
            "flex h-6.5 items-center rounded-tag px-2.5 text-sm phone:h-10 phone:px-3.5",
            current
              ? "bg-surface font-medium text-ink shadow-[0_0_0_1px_var(--line2)]"
              : "text-ink2 hover:text-ink",
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
