import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "./cx";

type FigureProps = {
  /** Formatted value. */
  value: string;
  /** What the figure is, e.g. "Revenue, East region". */
  label: string;
  /** Page that explains the figure and lists its records; without it the value is plain text. */
  href?: string;
  className?: string;
};

/** A value that explains itself: a quiet link to its definition and its records. */
export function Figure({ value, label, href, className }: FigureProps) {
  const t = useTranslations("common");
  if (!href) return <span className={cx("tabular-nums", className)}>{value}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={t("explainFigure", { label, value })}
      className={cx(
        "rounded-[3px] tabular-nums underline decoration-transparent decoration-dotted underline-offset-4 transition-colors hover:decoration-edge [@media(hover:none)]:decoration-line2",
        className,
      )}
    >
      {value}
    </Link>
  );
}
