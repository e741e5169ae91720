import { logBeta, logChoose } from "./log-gamma";

/** `hits` of `n` tries. */
export type Tries = { hits: number; n: number };

/**
 * How rates spread among peers: a beta distribution by its mean and its weight (α + β: as many tries
 * as the peers' mean counts for). A weight of Infinity: they all have the same rate.
 */
export type RatePrior = { mean: number; weight: number };

/** Rates of 0 and 1 only would weigh nothing; a beta distribution needs a little. */
const LIGHTEST = 0.01;

/**
 * The spread of the peers' rates by moments, with what chance alone would spread them taken off.
 * Null below three peers with tries, or where nobody, or everybody, ever hits.
 * Source: Kleinman 1973 with weights n.
 */
export function ratePrior(peers: readonly Tries[]): RatePrior | null {
  const tried = peers.filter((peer) => peer.n > 0);
  const n = tried.reduce((sum, peer) => sum + peer.n, 0);
  const mean = tried.reduce((sum, peer) => sum + peer.hits, 0) / n;
  if (tried.length < 3 || mean <= 0 || mean >= 1) return null;
  const squares = tried.reduce((sum, peer) => sum + peer.n * (peer.hits / peer.n - mean) ** 2, 0);
  const chance = mean * (1 - mean);
  const groups = tried.length - 1;
  const size = n - tried.reduce((sum, peer) => sum + peer.n ** 2, 0) / n;
  const correlation = (squares - chance * groups) / (chance * (size - groups));
  return { mean, weight: correlation > 0 ? Math.max(LIGHTEST, 1 / correlation - 1) : Infinity };
}

/** A rate drawn towards that of the peers, the more the fewer tries stand behind it. */
export function shrunkRate({ hits, n }: Tries, { mean, weight }: RatePrior): number {
  return weight === Infinity ? mean : (hits + mean * weight) / (n + weight);
}

/** The chance of so few hits or fewer in n tries by somebody drawn from the peers. */
export function fewerHits({ hits, n }: Tries, prior: RatePrior): number {
  const chance = chanceOf(n, prior);
  let sum = 0;
  for (let k = 0; k <= hits; k += 1) sum += chance(k);
  return Math.min(1, sum);
}

/** Beta-binomial, or binomial where the peers all have the same rate. */
function chanceOf(n: number, { mean, weight }: RatePrior): (k: number) => number {
  if (weight > 1e9)
    return (k) => Math.exp(logChoose(n, k) + k * Math.log(mean) + (n - k) * Math.log1p(-mean));
  const [a, b] = [mean * weight, (1 - mean) * weight];
  return (k) => Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b));
}
