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
