import { addDays, type BusinessDate, weekday } from "@/lib/shared/business-date";

/** The seven days of the week a day lies in; `firstDay` 1 (Monday) to 7 (Sunday). */
export function weekOf(
  day: BusinessDate,
  firstDay: number,
): readonly [BusinessDate, ...BusinessDate[]] {
  const first = addDays(day, -((weekday(day) - firstDay + 7) % 7));
  return [first, ...[1, 2, 3, 4, 5, 6].map((after) => addDays(first, after))];
}
