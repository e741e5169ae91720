import {
  type BusinessDate,
  diffDays,
  monthOf,
  toBusinessDate,
  weekday,
} from "@/lib/shared/business-date";

const YEARLY_GROWTH = 1.09;

/** Calendar year → first day of its lunar year; it falls between 21 January and 20 February. */
const LUNAR_NEW_YEAR = new Map(
  [
    ...["2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26"],
    ...["2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19"],
  ].map((day) => [day.slice(0, 4), toBusinessDate(day)]),
);

const STORE_MONTHS = [1, 0.86, 0.95, 0.97, 1.02, 1.06, 0.95, 0.94, 0.99, 1.04, 1.06, 1.08];
const BUSINESS_MONTHS = [0.92, 0.8, 1.14, 0.9, 0.96, 1.12, 0.9, 0.92, 1.14, 0.94, 1.04, 1.24];
const STORE_WEEK = [0.84, 0.8, 0.82, 0.86, 1.05, 1.5, 1.42];

const ofMonth = (shape: readonly number[], day: BusinessDate) => shape[monthOf(day) - 1] ?? 1;

/** Growth since the first day of the demo. */
export function growthOn(day: BusinessDate, from: BusinessDate): number {
  return YEARLY_GROWTH ** (diffDays(from, day) / 365);
}

/** Days from the lunar new year of the day's calendar year; negative before it, null when unknown. */
function fromLunarNewYear(day: BusinessDate): number | null {
  const newYear = LUNAR_NEW_YEAR.get(day.slice(0, 4));
  return newYear === undefined ? null : diffDays(newYear, day);
}

function springFestival(day: BusinessDate): number {
  if (day.slice(5) > "04") return 1;
  const distance = fromLunarNewYear(day);
  if (distance === null) return 1;
  if (distance >= -14 && distance <= -2) return 1.3;
  if (distance >= -1 && distance <= 2) return 0.15;
  return distance >= 3 && distance <= 9 ? 0.7 : 1;
}

/** Shopping festivals and long holidays: month and day from, to, factor. */
const FESTIVALS: readonly [string, string, number][] = [
  ["06-01", "06-17", 1.3],
  ["06-18", "06-18", 2],
  ["11-01", "11-10", 1.45],
  ["11-11", "11-11", 2.6],
  ["12-11", "12-12", 1.35],
  ["05-01", "05-05", 1.3],
  ["10-01", "10-07", 1.35],
];

export function festivalOn(day: BusinessDate): number {
  const date = day.slice(5);
  return FESTIVALS.find(([from, to]) => from <= date && date <= to)?.[2] ?? 1;
}

/** How busy an ordinary store is on a day; about 1 on average. */
export function storeSeason(day: BusinessDate): number {
  const week = STORE_WEEK[weekday(day) - 1] ?? 1;
  return ofMonth(STORE_MONTHS, day) * week * festivalOn(day) * springFestival(day);
}

/** How busy business customers are on a working day; quarters end high. */
export function businessSeason(day: BusinessDate): number {
  return ofMonth(BUSINESS_MONTHS, day) * (springFestival(day) < 1 ? 0.5 : 1);
}
