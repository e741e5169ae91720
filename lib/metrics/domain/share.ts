import { ratio } from "@/lib/shared/ratio";
import type { Figure } from "./figure";

/** Part ÷ whole with its parts. Undefined of a whole that is not positive: shares of a loss say nothing. */
export function shareFigure(part: number | null, whole: number | null, n: number): Figure {
  const value = whole !== null && whole > 0 ? ratio(part, whole) : null;
  return { value, numerator: part, denominator: whole, n };
}
