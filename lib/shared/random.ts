/** A reproducible source of randomness: the same seed gives the same sequence on any machine. */
export interface Random {
  /** uniform in [0, 1) */
  next(): number;
  /** whole number, both ends included */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  /** throws RangeError for an empty list */
  pick<T>(items: readonly T[]): T;
  /** index drawn in proportion to the weights; throws RangeError when they sum to 0 */
  weightedIndex(weights: readonly number[]): number;
  normal(mean: number, standardDeviation: number): number;
  poisson(mean: number): number;
  /** a shuffled copy */
  shuffle<T>(items: readonly T[]): T[];
  /** an independent sequence named by a label: adding draws in one does not move another */
  fork(label: string): Random;
}

/** 32-bit FNV-1a hash of a text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, enough for demo data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function drawWeighted(point: number, weights: readonly number[]): number {
  const total = weights.reduce((a, b) => a + b, 0);
  if (!(total > 0)) throw new RangeError("weights must sum to more than 0");
  let left = point * total;
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue;
    if (left < weight) return index;
    left -= weight;
    last = index;
  }
  return last;
}

/** Box–Muller; 1 − u keeps the logarithm finite. */
function drawNormal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Knuth's product method for small means, the rounded normal above 30. */
function drawPoisson(next: () => number, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(next)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

function shuffled<T>(next: () => number, items: readonly T[]): T[] {
  const pool = [...items];
  const result: T[] = [];
  while (pool.length > 0) result.push(...pool.splice(Math.floor(next() * pool.length), 1));
  return result;
}

/** Not for secrets: for the demo company and for resampling only. */
export function createRandom(seed: number | string): Random {
  const key = String(seed);
  const next = mulberry32(hash(key));
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[Math.floor(next() * items.length)] as T;
    },
    weightedIndex: (weights) => drawWeighted(next(), weights),
    normal: (mean, standardDeviation) => mean + standardDeviation * drawNormal(next),
    poisson: (mean) => drawPoisson(next, mean),
    shuffle: (items) => shuffled(next, items),
    fork: (label) => createRandom(`${key}/${label}`),
  };
}
