import { cx } from "./cx";

/** Grey block of the final content's size; hidden from assistive technology. */
export function Skeleton({ className, height }: { className?: string; height?: number }) {
  return (
    <span
      aria-hidden="true"
      style={height ? { height } : undefined}
      className={cx("block animate-pulse rounded-md bg-sunken", height ? null : "h-4", className)}
    />
  );
}

/** A card-sized skeleton: title line, sub line, and a block of `height` px. */
export function CardSkeleton({ height = 200, label }: { height?: number; label?: string }) {
  return (
    <div
      className="rounded-card border border-line bg-surface px-4 pt-3.25 pb-4 shadow-card"
      role="status"
      aria-busy="true"
    >
      {label ? <span className="sr-only">{label}</span> : null}
      <Skeleton className="w-40" />
      <Skeleton className="mt-2 h-3 w-64 max-w-full" />
      <Skeleton className="mt-3" height={height} />
    </div>
  );
}

/** Skeleton of a table in its surface: a head and `rows` lines of 37 px. */
export function TableSkeleton({ rows = 8, label }: { rows?: number; label?: string }) {
  return (
    <div
      className="rounded-card border border-line bg-surface px-4 py-3 shadow-card"
      role="status"
      aria-busy="true"
    >
      {label ? <span className="sr-only">{label}</span> : null}
      <Skeleton className="w-64 max-w-full" height={32} />
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal lines without identity
        <Skeleton key={index} className="mt-5.25 odd:w-11/12" />
      ))}
    </div>
  );
}
