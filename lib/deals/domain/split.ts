import { multiplyMoney, toMinor } from "@/lib/shared/money";

/** A rep's part of a deal's credit, as its place `(from, to]` on the line from 0 to 1; decimal texts with four places. */
export type Share = { userId: string; unitId: string; from: string; to: string };

/** Shares are whole ten-thousandths, so that 33.33 % can be said and 100 % is exact. */
const WHOLE = 10_000;

const mark = (tenThousandths: number) => (tenThousandths / WHOLE).toFixed(4);

export type SplitProblem = "splitTotal" | "splitTwice" | "splitTooFew" | "splitZero";

/** What is wrong with shares from 0 to 1; null where they are whole. One share alone is no split. */
export function splitProblem(
  parts: readonly { userId: string; share: number }[],
): SplitProblem | null {
  if (parts.length < 2) return "splitTooFew";
  if (new Set(parts.map((part) => part.userId)).size < parts.length) return "splitTwice";
  const shares = parts.map((part) => Math.round(part.share * WHOLE));
  if (shares.some((share) => share <= 0)) return "splitZero";
  return shares.reduce((a, b) => a + b, 0) === WHOLE ? null : "splitTotal";
}

/** Lays shares that sum to 1 side by side on the line from 0 to 1, in their order. */
export function laidOut<T extends { share: number }>(
  parts: readonly T[],
): (Omit<T, "share"> & { from: string; to: string })[] {
  let at = 0;
  return parts.map(({ share, ...part }) => {
    const from = mark(at);
    at += Math.round(share * WHOLE);
    return { ...part, from, to: mark(at) };
  });
}

/**
 * What of an amount falls to a share, in whole minor units: the difference between the amount up to
 * its end and up to its beginning, each rounded once. So the parts of any amount sum to it exactly,
 * and each is less than one minor unit from its exact share. The database cuts in the same way.
 */
export function creditOf(
  amount: string | number,
  { from, to }: Pick<Share, "from" | "to">,
  currency: string,
): bigint {
  const upTo = (share: string) =>
    Number(share) === 1 ? toMinor(amount, currency) : multiplyMoney(amount, share, currency);
  return upTo(to) - upTo(from);
}
