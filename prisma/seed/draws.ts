import type { BusinessDate } from "@/lib/shared/business-date";
import { createRandom, type Random } from "@/lib/shared/random";

/** The draws of one area of the demo; each area has its own, so a change in one leaves the others alone. */
export type Draws = Random & {
  /** Log-normal with median 1. */
  logNormal(sigma: number): number;
  /** One of the items, each with a chance proportional to its weight. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  /** `expected` rounded up or down at random so that the mean stays `expected`. */
  round(expected: number): number;
  /** A version 7 UUID of that day, so that ids sort by date like those of real records. */
  id(day: BusinessDate): string;
};

export function drawsOf(area: string, seed = ""): Draws {
  const random = createRandom(seed === "" ? `demo/${area}` : `demo/${area}/${seed}`);
  let serial = 0;
  return {
    ...random,
    logNormal: (sigma) => Math.exp(random.normal(0, sigma)),
    weighted<T>(items: readonly T[], weight: (item: T) => number): T {
      return items[random.weightedIndex(items.map(weight))] as T;
    },
    round: (expected) => Math.floor(expected) + (random.next() < expected % 1 ? 1 : 0),
    id: (day) => uuidOf(day, serial++, random.next),
  };
}

function uuidOf(day: BusinessDate, serial: number, next: () => number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  const time = hex(Date.parse(`${day}T01:00:00Z`) + (serial % 40_000_000), 12);
  const tail = hex(Math.floor(next() * 2 ** 32), 8) + hex(Math.floor(next() * 2 ** 16), 4);
  const a = hex(Math.floor(next() * 2 ** 12), 3);
  const b = hex(0x8000 + Math.floor(next() * 2 ** 14), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${tail}`;
}
