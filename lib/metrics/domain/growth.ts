/**
 * Change against a base. `new`: the base is 0 and there is something now, so no rate exists.
 * `undefined`: a side is missing, or both are 0; shown "—".
 */
export type Growth =
  | { readonly kind: "rate"; readonly rate: number }
  | { readonly kind: "new" }
  | { readonly kind: "undefined" };

/**
 * (now − then) ÷ |then|, as a ratio (0.1 is 10%). A negative base divides by its absolute value:
 * from −100 to −50 is +50%. Never 0% because the base is 0.
 */
export function growth(now: number | null, then: number | null): Growth {
  if (now === null || then === null) return { kind: "undefined" };
  if (then === 0) return now === 0 ? { kind: "undefined" } : { kind: "new" };
  return { kind: "rate", rate: (now - then) / Math.abs(then) };
}

/** The rate for calculations; null where there is none, also when everything is new. */
export function growthRate(now: number | null, then: number | null): number | null {
  const result = growth(now, then);
  return result.kind === "rate" ? result.rate : null;
}

/**
 * now − then in the metric's own unit; for percentages the difference in points (0.02 is 2 pp),
 * which is how they compare. Null when a side is missing.
 */
export function change(now: number | null, then: number | null): number | null {
  return now === null || then === null ? null : now - then;
}
