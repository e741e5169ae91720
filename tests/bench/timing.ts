export type Timed = { name: string; address: string; cookie?: string };
export type Times = { name: string } & Stats;

export type Stats = { p50: number; p95: number };

/** Median and 95th percentile of some samples. */
export function statsOf(samples: readonly number[]): Stats {
  const sorted = samples.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

const WARM_UPS = 10;
const REQUESTS = 60;

/**
 * Milliseconds to the last byte with one client, one request after the other. The addresses take
 * turns, so that other work on the machine falls on all of them alike.
 */
export async function timeInTurns(addresses: readonly Timed[]): Promise<Times[]> {
  const samples = addresses.map((): number[] => []);
  for (let round = -WARM_UPS; round < REQUESTS; round++) {
    for (const [index, timed] of addresses.entries()) {
      const took = await timeOnce(timed);
      if (round >= 0) samples[index]?.push(took);
    }
  }
  return addresses.map(({ name }, index) => ({ name, ...statsOf(samples[index] ?? []) }));
}

async function timeOnce({ address, cookie }: Timed): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address, { headers: cookie ? { cookie } : {}, redirect: "manual" });
  await answer.arrayBuffer();
  const took = performance.now() - began;
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return took;
}

/** The smallest sample that a share of all does not exceed; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
