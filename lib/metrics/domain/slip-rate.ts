import type { BusinessDate } from "@/lib/shared/business-date";
import { contains, type Period } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";

export interface DueDeal {
  /** expected close as it stood when the period began */
  readonly expectedAtStart: BusinessDate | null;
  /** expected close as it stands now, or stood when the deal closed */
  readonly expectedNow: BusinessDate | null;
  /** actual close, a field of its own */
  readonly closedOn: BusinessDate | null;
}

/**
 * Deals pushed past the end of the period ÷ deals due in it at its start. A deal is pushed when it
 * closed later, or is open with a later expected close, or is open although the period is over on
 * `asOf`. Null when nothing was due.
 */
export function slipRate(
  deals: readonly DueDeal[],
  period: Period,
  asOf: BusinessDate,
): number | null {
  const due = deals.filter((d) => d.expectedAtStart && contains(period, d.expectedAtStart));
  const pushed = due.filter(({ closedOn, expectedNow }) =>
    closedOn === null
      ? asOf >= period.to || (expectedNow !== null && expectedNow >= period.to)
      : closedOn >= period.to,
  );
  return ratio(pushed.length, due.length);
}
