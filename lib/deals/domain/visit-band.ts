/** Visits in thirty days of a closed deal's course: none, up to one, up to two, more. */
export const VISIT_BANDS = ["0", "1", "2", "3"] as const;
