/** Wrong attempts within an hour that have no consequence; an address may serve a whole office. */
export const FREE_FAILURES = { account: 5, address: 30 };

const MINUTE = 60_000;
const WINDOW = 60 * MINUTE;
const LONGEST = 15 * MINUTE;

/**
 * Until when the next attempt is refused: after the free failures of the last hour 1, 2, 4, 8, then
 * 15 minutes from the latest one. Null where nothing blocks.
 * @param failures times of failed attempts, newest first
 */
export function blockedUntil(failures: readonly Date[], free: number): Date | null {
  const [latest] = failures;
  if (!latest) return null;
  const counted = failures.filter((at) => latest.getTime() - at.getTime() < WINDOW).length;
  if (counted < free) return null;
  const wait = Math.min(MINUTE * 2 ** (counted - free), LONGEST);
  return new Date(latest.getTime() + wait);
}
