import { median } from "@/lib/shared/median";
import { robustScale, robustZ } from "./robust-z";

export type Comparable = {
  key: string;
  value: number;
  /** Only members of the same kind are peers, e.g. stores of stores. */
  kind: string;
  /** People, or whatever tells small from large; null where it is not known. */
  size: number | null;
  /** The same figure in the period before. */
  past: number | null;
};

export type Peers = { keys: string[]; median: number | null };

export const PEERS = 5;
/** From here on a member counts as an outlier: 2.5 robust standard deviations. */
export const OUTLIER = 2.5;

const log = (value: number | null) => (value !== null && value > 0 ? Math.log(value) : null);

function distance(a: Comparable, b: Comparable): number {
  const apart = (x: number | null, y: number | null) => {
    const [p, q] = [log(x), log(y)];
    // Nothing known of one counts as far as twice the size.
    if (p === null || q === null) return p === q ? 0 : Math.LN2;
    return Math.abs(p - q);
  };
  return apart(a.size, b.size) + apart(a.past, b.past);
}

/** The members of the same kind nearest in size and past level (in logarithms), at most five, and their median. */
export function similarPeers(one: Comparable, all: readonly Comparable[]): Peers {
  const nearest = all
    .filter((other) => other.key !== one.key && other.kind === one.kind)
    .map((other) => ({ other, far: distance(one, other) }))
    .sort((a, b) => a.far - b.far || a.other.key.localeCompare(b.other.key))
    .slice(0, PEERS);
  const values = nearest.map(({ other }) => other.value);
  return { keys: nearest.map(({ other }) => other.key), median: median(values) };
}

/** Robust z of a member among all of its kind, itself included; null where they show no spread. */
export function outlierScore(one: Comparable, all: readonly Comparable[]): number | null {
  const scale = robustScale(all.filter(({ kind }) => kind === one.kind).map(({ value }) => value));
  return scale && robustZ(one.value, scale);
}
