import type { ReactNode } from "react";
import { cx } from "../ui/cx";

/** Cards side by side with the page's 14 px gap: "wide-narrow" (1.62 : 1), "halves" or "thirds"; one column on phones. */
export function CardGrid({
  columns = "halves",
  children,
}: {
  columns?: "wide-narrow" | "halves" | "thirds";
  children: ReactNode;
}) {
  return (
    <div
      className={cx(
        "mt-3.5 grid gap-3.5",
        columns === "wide-narrow" && "lg:grid-cols-[minmax(0,1.62fr)_minmax(0,1fr)]",
        columns === "halves" && "lg:grid-cols-2",
        columns === "thirds" && "md:grid-cols-2 lg:grid-cols-3",
      )}
    >
      {children}
    </div>
  );
}
