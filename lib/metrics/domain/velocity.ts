import { ratio } from "@/lib/shared/ratio";

/**
 * Open deals × average deal size × win rate ÷ cycle days: money per day that the pipeline brings
 * at today's rates. Null when a factor is unknown or the cycle is 0 days.
 */
export function velocity({
  openDeals,
  averageDealSize,
  winRate,
  cycleDays,
}: {
  openDeals: number;
  averageDealSize: number | null;
  winRate: number | null;
  cycleDays: number | null;
}): number | null {
  if (averageDealSize === null || winRate === null) return null;
  return ratio(openDeals * averageDealSize * winRate, cycleDays);
}
