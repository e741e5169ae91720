import { ratio } from "@/lib/shared/ratio";
import type { Figure } from "./figure";
import { change } from "./growth";

/** (now − then) ÷ |then| with its parts; undefined ("new") from a base of 0. */
export function growthFigure(now: number | null, then: number | null, n: number): Figure {
  const numerator = change(now, then);
  const denominator = then === null ? null : Math.abs(then);
  return { value: ratio(numerator, denominator), numerator, denominator, n };
}

/** now − then in the metric's own unit, for ratios in points. */
export function changeFigure(now: number | null, then: number | null, n: number): Figure {
  const value = change(now, then);
  return { value, numerator: value, denominator: null, n };
}
