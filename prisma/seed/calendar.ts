import { addDays, type BusinessDate, toBusinessDate, weekday } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";
import type { Row } from "./insert";
import type { Bilingual } from "./names";

const NAMES = {
  newYear: { name: "元旦", nameEn: "New Year" },
  spring: { name: "春节", nameEn: "Spring Festival" },
  tomb: { name: "清明节", nameEn: "Tomb-Sweeping Day" },
  labour: { name: "劳动节", nameEn: "Labour Day" },
  dragon: { name: "端午节", nameEn: "Dragon Boat Festival" },
  moon: { name: "中秋节", nameEn: "Mid-Autumn Festival" },
  national: { name: "国庆节", nameEn: "National Day" },
} satisfies Record<string, Bilingual>;

/**
 * Holiday, first day, last day, make-up working days. 2024 to 2026 are the State Council's yearly
 * notices. 2027 had not been announced when this was written: only the statutory days themselves
 * are assumed, without bridge days or make-up days.
 */
const HOLIDAYS: readonly [keyof typeof NAMES, string, string, ...string[]][] = [
  ["newYear", "2024-01-01", "2024-01-01"],
  ["spring", "2024-02-10", "2024-02-17", "2024-02-04", "2024-02-18"],
  ["tomb", "2024-04-04", "2024-04-06", "2024-04-07"],
  ["labour", "2024-05-01", "2024-05-05", "2024-04-28", "2024-05-11"],
  ["dragon", "2024-06-10", "2024-06-10"],
  ["moon", "2024-09-15", "2024-09-17", "2024-09-14"],
  ["national", "2024-10-01", "2024-10-07", "2024-09-29", "2024-10-12"],
  ["newYear", "2025-01-01", "2025-01-01"],
  ["spring", "2025-01-28", "2025-02-04", "2025-01-26", "2025-02-08"],
  ["tomb", "2025-04-04", "2025-04-06"],
  ["labour", "2025-05-01", "2025-05-05", "2025-04-27"],
  ["dragon", "2025-05-31", "2025-06-02"],
  ["national", "2025-10-01", "2025-10-08", "2025-09-28", "2025-10-11"],
  ["newYear", "2026-01-01", "2026-01-03", "2026-01-04"],
  ["spring", "2026-02-15", "2026-02-23", "2026-02-14", "2026-02-28"],
  ["tomb", "2026-04-04", "2026-04-06"],
  ["labour", "2026-05-01", "2026-05-05", "2026-05-09"],
  ["dragon", "2026-06-19", "2026-06-21"],
  ["moon", "2026-09-25", "2026-09-27"],
  ["national", "2026-10-01", "2026-10-07", "2026-09-20", "2026-10-10"],
  ["newYear", "2027-01-01", "2027-01-01"],
  ["spring", "2027-02-05", "2027-02-08"],
  ["tomb", "2027-04-05", "2027-04-05"],
  ["labour", "2027-05-01", "2027-05-02"],
  ["dragon", "2027-06-09", "2027-06-09"],
  ["moon", "2027-09-15", "2027-09-15"],
  ["national", "2027-10-01", "2027-10-03"],
];

type CalendarDay = Bilingual & { day: BusinessDate; kind: "holiday" | "workday" };

/** Chinese public holidays and make-up working days of 2024 to 2027. */
export function buildCalendar(): CalendarDay[] {
  return HOLIDAYS.flatMap(([key, first, last, ...makeUp]) => {
    const { name, nameEn } = NAMES[key];
    const to = addDays(toBusinessDate(last), 1);
    const off = daysOf({ from: toBusinessDate(first), to });
    return [
      ...off.map((day): CalendarDay => ({ day, kind: "holiday", name, nameEn })),
      ...makeUp.map((text): CalendarDay => {
        const names = { name: `${name}调休上班`, nameEn: `Make-up day, ${nameEn}` };
        return { day: toBusinessDate(text), kind: "workday", ...names };
      }),
    ];
  });
}

/** Whether the office is open on a day. */
export type IsWorkday = (day: BusinessDate) => boolean;

export function workdays(calendar: readonly CalendarDay[]): IsWorkday {
  const kinds = new Map(calendar.map(({ day, kind }) => [day, kind]));
  return (day) => {
    const kind = kinds.get(day);
    return kind === undefined ? weekday(day) < 6 : kind === "workday";
  };
}

export function calendarRows(calendar: readonly CalendarDay[]): Row[] {
  return calendar.map(({ day, kind, name, nameEn }) => ({ day, kind, name, name_en: nameEn }));
}
