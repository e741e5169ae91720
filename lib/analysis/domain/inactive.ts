/** Gaps between orders needed before a customer's own rhythm says anything: three days with an order. */
export const INACTIVE_GAPS = 2;

/** How many times the own median gap a customer may be silent; the first is the usual choice. */
export const INACTIVE_TIMES = [2, 1.5, 3] as const;
