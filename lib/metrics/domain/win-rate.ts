import { ratio } from "@/lib/shared/ratio";

/**
 * Won ÷ (won + lost) by number of deals closed in the period. Open deals do not count. Null when
 * nothing was closed. Not the same as `closeRate`.
 */
export function winRate({ won, lost }: { won: number; lost: number }): number | null {
  return ratio(won, won + lost);
}

/**
 * Won ÷ (won + lost) by value. Both sides are *expected* amounts: a lost deal's booked amount is
 * 0, and with it on one side the rate would always be 100%.
 */
export function winRateByValue({
  wonExpected,
  lostExpected,
}: {
  wonExpected: number;
  lostExpected: number;
}): number | null {
  return ratio(wonExpected, wonExpected + lostExpected);
}
