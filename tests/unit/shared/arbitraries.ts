import fc from "fast-check";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";

/** Days from 1996 to 2045: leap years of both kinds of century included. */
export const anyDate: fc.Arbitrary<BusinessDate> = fc
  .integer({ min: 0, max: 18_000 })
  .map((days) => addDays("1996-01-01", days));

export function anyPeriod(maxDays = 800): fc.Arbitrary<Period> {
  return fc
    .tuple(anyDate, fc.integer({ min: 1, max: maxDays }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));
}
