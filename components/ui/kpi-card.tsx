import type { ReactNode } from "react";
import { cx } from "./cx";
import { type Status, Tag } from "./tag";

type KpiCardProps = {
  label: ReactNode;
  status?: Status;
  /** Status in words, e.g. "On pace". */
  statusText?: string;
  /** The figure, usually a Figure. */
  value: ReactNode;
  /** Quiet text after it, e.g. "/ 52.0M" or "target 30%". */
  target?: ReactNode;
  /** A Bullet. */
  bullet?: ReactNode;
  /** One quiet line of facts, apart with " · ". */
  detail?: ReactNode;
  className?: string;
};

/** One KPI: label, status, figure, target, bullet, detail. Stands in a KpiRow, or alone in a Card. */
export function KpiCard({
  label,
  status,
  statusText,
  value,
  target,
  bullet,
  detail,
  className,
}: KpiCardProps) {
  return (
    <div className={cx("min-w-0 bg-surface px-4 pt-3.25 pb-3.5", className)}>
      <div className="flex min-h-5 items-start justify-between gap-2 text-muted text-xs">
        <span className="min-w-0 leading-4.5">{label}</span>
        {statusText ? <Tag status={status}>{statusText}</Tag> : null}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-1.5 font-semibold text-figure tabular-nums tracking-[-0.025em]">
        {value}
        {target ? (
          <span className="font-normal text-muted text-sm tracking-normal">{target}</span>
        ) : null}
      </p>
      {bullet ? <div className="mt-1.75 mb-2 flex">{bullet}</div> : null}
      {detail ? <p className="text-muted text-xs">{detail}</p> : null}
    </div>
  );
}

/** KPIs side by side in one surface, ruled; five in a row on a desk, fewer as the room shrinks. */
export function KpiRow({ children }: { children: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11.5rem),1fr))] *:shadow-[-1px_-1px_0_var(--line)]">
        {children}
      </div>
    </div>
  );
}
