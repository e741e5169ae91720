import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

type Tone = "info" | "good" | "warn" | "bad";

const LOOK: Record<Tone, { box: string; icon: typeof Info }> = {
  info: { box: "border-line2 bg-accent-soft [&>svg]:text-accent", icon: Info },
  good: { box: "border-line2 bg-good-soft [&>svg]:text-good", icon: CircleCheck },
  warn: { box: "border-line2 bg-warn-soft [&>svg]:text-warn", icon: TriangleAlert },
  bad: { box: "border-line2 bg-bad-soft [&>svg]:text-bad", icon: OctagonAlert },
};

/** Message in the page. `live` announces it when it appears (bad: at once, others: politely). */
export function Banner({
  tone = "info",
  title,
  children,
  action,
  live = false,
  className,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
  className?: string;
}) {
  const { box, icon: Icon } = LOOK[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={cx(
        "flex items-start gap-2.5 rounded-card border px-3 py-2.5 text-sm",
        box,
        className,
      )}
    >
      <Icon className="mt-px size-4 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1 text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
