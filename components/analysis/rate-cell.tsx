import type { ReactNode } from "react";
import type { Interval } from "@/lib/metrics/domain/rate-interval";
import type { Formatter } from "@/lib/platform/i18n/format";

/** "42.1% 35–50%": a rate with its 95% interval in quiet type. */
export function RateCell({
  rate,
  interval,
  at,
  f,
}: {
  rate: string;
  interval: Interval | null;
  /** Makes a text open the page that explains it. */
  at: (text: string) => ReactNode;
  f: Formatter;
}) {
  return (
    <>
      {at(rate)}
      {interval ? (
        <span className="ml-1.5 text-muted text-xs">
          {at(`${f.percent(interval.low, 0)}–${f.percent(interval.high, 0)}`)}
        </span>
      ) : null}
    </>
  );
}
