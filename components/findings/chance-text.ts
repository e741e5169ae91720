import type { Formatter } from "@/lib/platform/i18n/format";

const LEAST = 0.001;

/** A p- or q-value with three decimals; what would round to nothing is said to be below. */
export function chanceText(chance: number | null, f: Formatter): string {
  return chance !== null && chance < LEAST ? `< ${f.number(LEAST, 3)}` : f.number(chance, 3);
}
