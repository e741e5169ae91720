import { ratio } from "@/lib/shared/ratio";
import type { Figure } from "./figure";

/** (now − then) ÷ |then| with its parts; undefined ("new") from a base of 0. */
export function growthFigure(now: number, then: number, n: number): Figure {
  const numerator = now - then;
  const denominator = Math.abs(then);
  return { value: ratio(numerator, denominator), numerator, denominator, n };
}
