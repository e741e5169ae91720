import { median } from "@/lib/shared/median";
import { normalCdf } from "./normal";
import { senSlope } from "./sen-slope";

export type MannKendall = {
  n: number;
  /** Rising pairs minus falling pairs. */
  s: number;
  /** S against the number of pairs, −1 … 1 (Kendall's tau-a). */
  tau: number;
  /** The chance of an S this low, or this high, in a series without trend. */
  falling: number;
  rising: number;
};

/** Up to this length a series without ties is tested exactly. */
const EXACT = 40;

/**
 * Mann–Kendall test for a monotone trend; the values in their order of time. Without ties and up to
 * 40 values the p-values are exact (the number of orders with so many inversions); else by the normal
 * approximation with the variance corrected for ties and the correction for continuity. Null below
 * four values: no order of three is rarer than one in six. Source: Mann 1945, Kendall 1975.
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  const n = values.length;
  if (n < 4) return null;
  const s = risingMinusFalling(values);
  const pairs = (n * (n - 1)) / 2;
  const tail = new Set(values).size === n && n <= EXACT ? exactTail(n) : normalTail(values);
  return { n, s, tau: s / pairs, falling: tail(s), rising: tail(-s) };
}

function risingMinusFalling(values: readonly number[]): number {
  let s = 0;
  for (const [later, value] of values.entries())
    for (let earlier = 0; earlier < later; earlier += 1)
      s += Math.sign(value - (values[earlier] as number));
  return s;
}

/** P(S ≤ s) where all orders of n different values are alike. */
function exactTail(n: number): (s: number) => number {
  const chances = inversionChances(n);
  const pairs = (n * (n - 1)) / 2;
  return (s) => {
    const inversions = (pairs - s) / 2;
    return Math.min(
      1,
      chances.slice(inversions).reduce((a, b) => a + b, 0),
    );
  };
}

/** The chance of 0, 1, 2 … inversions in a random order of n values. */
function inversionChances(n: number): number[] {
  let chances = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(chances.length + size - 1).fill(0);
    for (const [k, chance] of chances.entries())
      for (let more = 0; more < size; more += 1)
        next[k + more] = (next[k + more] as number) + chance / size;
    chances = next;
  }
  return chances;
}

function normalTail(values: readonly number[]): (s: number) => number {
  const n = values.length;
  const sizes = [...Map.groupBy(values, (value) => value).values()].map((tied) => tied.length);
  const spread = (size: number) => size * (size - 1) * (2 * size + 5);
  const variance = (spread(n) - sizes.reduce((sum, size) => sum + spread(size), 0)) / 18;
  if (variance === 0) return () => 1;
  return (s) => normalCdf((s + 1) / Math.sqrt(variance));
}

export type Line = { slope: number; intercept: number };

/**
 * Sen's line through values at times 0, 1, 2 …: the median of the slopes of all pairs, and the median
 * of what is left. Not moved by outliers in up to 29% of the values. Null below two values.
 * Source: Sen 1968.
 */
export function senLine(values: readonly number[]): Line | null {
  const slope = senSlope(values.map((y, x) => ({ x, y })));
  if (slope === null) return null;
  const intercept = median(values.map((value, time) => value - slope * time));
  return intercept === null ? null : { slope, intercept };
}
