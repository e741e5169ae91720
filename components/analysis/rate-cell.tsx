import type { ReactNode } from "react";
import type { Interval } from "@/lib/analysis/domain/rate-interval";
import type { Formatter } from "@/lib/platform/i18n/format";

/** "42.1% 35–50%": a rate with its 95% interval in quiet type. */
export function RateCell({
  rate,
  interval,
  f,
}: {
  rate: ReactNode;
  interval: Interval | null;
  f: Formatter;
}) {
  return (
    <>
      {rate}
      {interval ? (
        <span className="ml-1.5 text-muted text-xs">
          {f.percent(interval.low, 0)}–{f.percent(interval.high, 0)}
        </span>
      ) : null}
    </>
  );
}
