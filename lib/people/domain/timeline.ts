import type { BusinessDate } from "@/lib/shared/business-date";

/** The end of what has none. */
export const OPEN_END: BusinessDate = "9999-12-31";
/** The start of what was always so. */
export const OPEN_START: BusinessDate = "1900-01-01";

/** A value that held over `[from, to)`. */
export type Stretch<V> = { id: string; value: V; from: BusinessDate; to: BusinessDate };

export type TimelineChange<V> = {
  /** Stretches that start on or after the day: the change takes their place. */
  remove: string[];
  /** The stretch that ends on that day instead of later. */
  close: string | null;
  /** What holds from then on; null for nothing. */
  open: { value: V; from: BusinessDate; to: BusinessDate } | null;
};

/**
 * The rows to change so that `value` holds from a day on, without end. What held before stays as it
 * was; a stretch with the same value just goes on. Null where nothing has to change.
 */
export function changeFrom<V>(
  stretches: readonly Stretch<V>[],
  value: V | null,
  from: BusinessDate,
): TimelineChange<V> | null {
  const later = stretches.filter((s) => s.from >= from);
  const current = stretches.find((s) => s.from < from && s.to > from);
  const remove = later.map((s) => s.id);
  const goesOn = current !== undefined && current.value === value;
  if (goesOn && current.to === OPEN_END && remove.length === 0) return null;
  if (value === null) {
    return current || remove.length > 0 ? { remove, close: current?.id ?? null, open: null } : null;
  }
  const start = goesOn ? current.from : from;
  return {
    remove: goesOn ? [...remove, current.id] : remove,
    close: goesOn ? null : (current?.id ?? null),
    open: { value, from: start, to: OPEN_END },
  };
}
