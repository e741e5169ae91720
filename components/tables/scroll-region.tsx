import type { ComponentProps } from "react";
import { cx } from "../ui/cx";

/** A named region that may scroll, so the keyboard must be able to reach it. */
export function ScrollRegion({
  label,
  className,
  children,
  ...rest
}: ComponentProps<"section"> & { label: string }) {
  return (
    <section
      {...rest}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scrolling region is focusable
      tabIndex={0}
      className={cx("relative overflow-auto focus-visible:-outline-offset-2", className)}
    >
      {children}
    </section>
  );
}
