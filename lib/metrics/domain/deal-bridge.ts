import { roundToSum } from "@/lib/shared/round-to-sum";
import { figureOf } from "./figure";

export type ClosedDeals = {
  readonly won: number;
  readonly lost: number;
  /** booked amount of the won deals */
  readonly wonAmount: number;
};

export interface DealBridge {
  readonly count: number;
  readonly winRate: number;
  readonly size: number;
}

/**
 * Splits the difference in won amount = closed deals × win rate × average size by sequential
 * substitution in the fixed order number of deals, win rate, size: each step changes one factor,
 * those before it are already new, those after it still old. Another order gives other parts, so
 * the order is shown. Null when either period has no won deal, because a factor is then unknown.
 */
export function dealBridge(
  then: ClosedDeals,
  now: ClosedDeals,
  currency: string,
): DealBridge | null {
  const [rateThen, rateNow] = [then, now].map((deals) => figureOf("win_rate", deals).value);
  const [sizeThen, sizeNow] = [then, now].map(
    (deals) => figureOf("average_deal_size", deals).value,
  );
  if (rateThen == null || rateNow == null || sizeThen == null || sizeNow == null) return null;
  const closedThen = then.won + then.lost;
  const closedNow = now.won + now.lost;
  const parts = [
    (closedNow - closedThen) * rateThen * sizeThen,
    closedNow * (rateNow - rateThen) * sizeThen,
    closedNow * rateNow * (sizeNow - sizeThen),
  ];
  const difference = now.wonAmount - then.wonAmount;
  const [count = 0, rate = 0, size = 0] = roundToSum(parts, difference, currency);
  return { count, winRate: rate, size };
}
