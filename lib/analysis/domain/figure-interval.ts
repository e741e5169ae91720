import { studentCdf } from "./student-t";

export type Interval = { low: number; high: number };

/** One week or month: what was counted, and by what it is divided (days for a sum). */
export type Slice = { numerator: number; denominator: number };

const CONFIDENCE = 0.95;
const FEWEST = 4;

/** The t with a share of (1 + confidence) ÷ 2 below it, by halving. */
export function studentQuantile(freedom: number, confidence = CONFIDENCE): number {
  const wanted = (1 + confidence) / 2;
  let [low, high] = [0, 1000];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, freedom) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * 95% interval of a ratio of sums from how much it differs between weeks (months of a year): the
 * residuals e = numerator − R · denominator, variance K ÷ (K − 1) · Σe² ÷ (Σ denominator)², Student's t
 * with K − 1 degrees of freedom. Null below four slices. Source: Cochran, Sampling Techniques, §6.3.
 */
export function sliceInterval(slices: readonly Slice[]): Interval | null {
  const used = slices.filter(({ denominator }) => denominator > 0);
  const count = used.length;
  const total = used.reduce((sum, { denominator }) => sum + denominator, 0);
  if (count < FEWEST || total === 0) return null;
  const ratio = used.reduce((sum, { numerator }) => sum + numerator, 0) / total;
  const squares = used.reduce(
    (sum, one) => sum + (one.numerator - ratio * one.denominator) ** 2,
    0,
  );
  const error = Math.sqrt((count / (count - 1)) * squares) / total;
  const reach = studentQuantile(count - 1) * error;
  return { low: ratio - reach, high: ratio + reach };
}

const Z = 1.959964;

/** Wilson's 95% interval of a share of n cases. Null without a case. */
export function wilsonInterval(share: number, n: number): Interval | null {
  if (n <= 0) return null;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { low: centre - reach, high: centre + reach };
}
