import { minorToNumber, multiplyMoney } from "@/lib/shared/money";

export interface PipelineDeal {
  readonly status: "open" | "won" | "lost";
  /** expected amount in base currency; null where unknown */
  readonly expected: string | number | null;
  /** probability of the stage, 0–1 */
  readonly probability: number;
}

/**
 * Expected amount × stage probability over open deals only, in money. Won deals are actuals and
 * lost ones nothing. Rounded to the minor unit per deal, then summed, so that the total is the sum
 * of the figures shown for the deals.
 */
export function weightedPipeline(deals: readonly PipelineDeal[], currency: string): number {
  let total = 0n;
  for (const { status, expected, probability } of deals) {
    if (status !== "open" || expected === null) continue;
    total += multiplyMoney(expected, probability, currency);
  }
  return minorToNumber(total, currency);
}
