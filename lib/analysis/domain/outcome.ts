import { type Interval, rateInterval } from "@/lib/metrics/domain/rate-interval";
import { ratio } from "@/lib/shared/ratio";

/** Closed deals of a group, by share of credit. */
export type Outcome = {
  won: number;
  lost: number;
  /** Booked, in base currency. */
  revenue: number;
  /** Median days from begin to close of won deals. */
  cycle: number | null;
};

/** Won ÷ (won + lost), of how many, and how far the truth may lie from it. */
export function winRate({ won, lost }: Pick<Outcome, "won" | "lost">): {
  rate: number | null;
  n: number;
  interval: Interval | null;
} {
  const n = won + lost;
  return { rate: ratio(won, n), n, interval: rateInterval({ hits: won, n }) };
}
