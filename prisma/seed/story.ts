import { type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { SMART_CAMERA } from "./catalog";

/*
 * The two stories of the demo, in days before its last day.
 *
 * Products: the Smart Camera loses ground to a rival from 430 days before on, stays low for about
 * nine months, and recovers after it was repositioned 140 days before.
 *
 * Stores: three of the East's twelve stores sell a third less than their size would let expect,
 * until training and incentives begin 70 days before; the other nine stay as they were.
 */
export const CAMERA = { declineFrom: 430, lowFrom: 375, relaunch: 140, recovered: 60 };
export const TRAINING = { start: 70, done: 42, lift: 1.26 };

/** Store → its trade against what its size would let expect. */
export const WEAK_STORES: Readonly<Record<string, number>> = {
  suzhou: 0.62,
  wuxi: 0.62,
  changzhou: 0.66,
};

/** The value at `at` on the line from (from, a) to (to, b); flat outside. Times count down. */
function slide(at: number, from: number, to: number, a: number, b: number): number {
  const share = Math.min(1, Math.max(0, (from - at) / (from - to)));
  return a + (b - a) * share;
}

/** Up to when the company is drawn, and whether its stories happen. */
type Plot = { asOf: BusinessDate; plants: boolean };

/** Demand for the Smart Camera against its category (1). */
export function cameraDemand(day: BusinessDate, { asOf, plants }: Plot): number {
  if (!plants) return 1;
  const before = diffDays(day, asOf);
  return before > CAMERA.relaunch
    ? slide(before, CAMERA.declineFrom, CAMERA.lowFrom, 1, 0.52)
    : slide(before, CAMERA.relaunch, CAMERA.recovered, 0.52, 1.1);
}

/** Demand for a product against an ordinary day (1). */
export function productDemand(sku: string, day: BusinessDate, plot: Plot): number {
  return sku === SMART_CAMERA ? cameraDemand(day, plot) : 1;
}

/** A store's trade against what its size would let expect (1). */
export function storeStrength(unit: string, day: BusinessDate, { asOf, plants }: Plot): number {
  const weakness = plants ? WEAK_STORES[unit] : undefined;
  if (weakness === undefined) return 1;
  return weakness * slide(diffDays(day, asOf), TRAINING.start, TRAINING.done, 1, TRAINING.lift);
}
