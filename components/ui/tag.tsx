import type { ReactNode } from "react";
import { cx } from "./cx";

export type Status = "good" | "warn" | "bad" | "neutral";

const TONE: Record<Status, string> = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  neutral: "bg-sunken text-ink2",
};

/** Mark of a status: disc, triangle up, triangle down; nothing for neutral. */
export function StatusMark({ status, className }: { status: Status; className?: string }) {
  if (status === "neutral") return null;
  return (
    <svg
      viewBox="0 0 10 10"
      className={cx("size-2.5 shrink-0", className)}
      fill="currentColor"
      aria-hidden="true"
    >
      {status === "good" ? <circle cx="5" cy="5" r="4.4" /> : null}
      {status === "warn" ? <path d="M5 .8 9.7 9.2H.3z" /> : null}
      {status === "bad" ? <path d="M5 9.2.3.8h9.4z" /> : null}
    </svg>
  );
}

/** Status in words with a mark of its own shape (or the sign given), so that colour is never alone. */
export function Tag({
  status = "neutral",
  sign,
  children,
  className,
}: {
  status?: Status;
  /** In place of the mark where its direction would mislead. */
  sign?: "+" | "−";
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-tag px-1.5 py-px font-[500] text-[0.71875rem] leading-4",
        TONE[status],
        className,
      )}
    >
      {sign ? <span aria-hidden="true">{sign}</span> : <StatusMark status={status} />}
      {children}
    </span>
  );
}

/** Small count or short word; accent for what is new or selected. */
export function Badge({ children, accent = false }: { children: ReactNode; accent?: boolean }) {
  return (
    <span
      className={cx(
        "inline-flex min-w-5 items-center justify-center rounded-full px-1.5 text-2xs tabular-nums",
        accent ? "bg-accent text-on-accent" : "bg-sunken text-ink2",
      )}
    >
      {children}
    </span>
  );
}
