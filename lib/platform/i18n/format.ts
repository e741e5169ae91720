import type { BusinessDate } from "@/lib/shared/business-date";
import { minorDigits } from "@/lib/shared/money";
import type { PeriodLabel } from "@/lib/shared/period-label";
import { compactParts } from "./compact-number";
import { dateFormats, type NumberFormats, numberFormats } from "./intl-formats";
import type { Locale } from "./locales";

export interface FormatterOptions {
  readonly locale: Locale;
  /** ISO 4217 code of the base currency */
  readonly currency: string;
  /** IANA zone for instants; business dates have none. Default UTC. */
  readonly timeZone?: string;
}

type Maybe = number | null | undefined;

/** What an undefined figure looks like, in every language. */
export const DASH = "—";
const MINUS = "\u2212";

/** Figures are null when undefined and then shown as "—". Negative signs are U+2212. */
export interface Formatter {
  readonly locale: Locale;
  readonly currency: string;
  /** short: 3,229万 (symbol omitted for CNY in Chinese), ¥32.3M */
  money(value: Maybe, currency?: string): string;
  /** to the minor unit: ¥32,293,456.00 */
  moneyFull(value: Maybe, currency?: string): string;
  /** at most `digits` decimals, default 0 for whole and 2 for other numbers */
  number(value: Maybe, digits?: number): string;
  /** without symbol and with exactly `digits` decimals, for columns of amounts: 1,234.50 */
  amount(value: Maybe, digits: number): string;
  /** from a ratio: 0.621 → 62.1%; from 100% on without decimals unless `digits` says otherwise */
  percent(ratio: Maybe, digits?: number): string;
  /** difference of two ratios: 0.016 → 1.6 pp */
  points(difference: Maybe): string;
  days(value: Maybe): string;
  signedMoney(value: Maybe, currency?: string): string;
  signedNumber(value: Maybe, digits?: number): string;
  signedPercent(ratio: Maybe, digits?: number): string;
  signedPoints(difference: Maybe): string;
  date(date: BusinessDate | null | undefined): string;
  /** for columns: 2026/11/23, Nov 23, 2026 */
  dateShort(date: BusinessDate | null | undefined): string;
  /** without the year: 11月23日, Nov 23 */
  dayAndMonth(date: BusinessDate | null | undefined): string;
  /** with its weekday, without the year: 11月23日 星期一, Mon, Nov 23 */
  dayInWeek(date: BusinessDate | null | undefined): string;
  weekday(date: BusinessDate | null | undefined, width: "short" | "long"): string;
  month(date: BusinessDate | null | undefined): string;
  /** without the year: 11月, Nov */
  monthShort(date: BusinessDate | null | undefined): string;
  dateTime(instant: Date | null | undefined): string;
  period(label: PeriodLabel): string;
}

const formatters = new Map<string, Formatter>();

/** The one formatter for numbers, money and dates, on the server and in the browser; cached. */
export function createFormatter(options: FormatterOptions): Formatter {
  const key = [options.locale, options.currency, options.timeZone ?? "UTC"].join("|");
  const known = formatters.get(key);
  if (known) return known;
  const formatter = build(options);
  formatters.set(key, formatter);
  return formatter;
}

/** A figure that rounds to zero has no sign. */
function withMinus(text: string): string {
  return text.replace("-", isZero(text) ? "" : MINUS);
}

function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}

/** Adds + to a positive figure. */
function signed(value: Maybe, text: string): string {
  if (value == null || text === DASH || isZero(text)) return text;
  return value > 0 ? `+${text}` : text;
}

function build({ locale, currency: base, timeZone = "UTC" }: FormatterOptions): Formatter {
  const numbers = numberFormats(locale);
  const dates = dateFormats(locale, timeZone);
  const shown = (value: Maybe, show: (known: number) => string): string =>
    value == null || !Number.isFinite(value) ? DASH : withMinus(show(value));
  const day = (date: BusinessDate | null | undefined, format: Intl.DateTimeFormat): string =>
    date ? format.format(new Date(`${date}T00:00:00Z`)) : DASH;

  const money = (value: Maybe, currency = base) =>
    shown(value, (v) => compactMoney(v, currency, locale, numbers));
  const number = (value: Maybe, digits?: number) =>
    shown(value, (v) => numbers.decimal(0, digits ?? (Number.isInteger(v) ? 0 : 2)).format(v));
  const percent = (value: Maybe, digits?: number) =>
    shown(value, (v) => numbers.percent(digits ?? (Math.abs(v) >= 0.9995 ? 0 : 1)).format(v));
  const points = (value: Maybe) =>
    shown(value, (v) => numbers.decimal(0, 1).format(v * 100) + pointsUnit(locale));
  const days = (value: Maybe) =>
    shown(value, (v) => {
      const text = numbers.decimal(0, 1).format(v);
      return locale === "zh-CN" ? `${text} 天` : `${text} ${text === "1" ? "day" : "days"}`;
    });

  return {
    locale,
    currency: base,
    money,
    moneyFull: (value, currency = base) =>
      shown(value, (v) => numbers.currency(currency, minorDigits(currency)).format(v)),
    number,
    amount: (value, digits) => shown(value, (v) => numbers.decimal(digits, digits).format(v)),
    percent,
    points,
    days,
    signedMoney: (value, currency) => signed(value, money(value, currency)),
    signedNumber: (value, digits) => signed(value, number(value, digits)),
    signedPercent: (value, digits) => signed(value, percent(value, digits)),
    signedPoints: (value) => signed(value, points(value)),
    date: (date) => day(date, dates.date),
    dateShort: (date) => day(date, dates.dateShort),
    dayAndMonth: (date) => day(date, dates.dayAndMonth),
    dayInWeek: (date) => day(date, dates.dayInWeek),
    weekday: (date, width) => day(date, dates.weekday[width]),
    month: (date) => day(date, dates.month),
    monthShort: (date) => day(date, dates.monthShort),
    dateTime: (instant) => (instant ? dates.dateTime.format(instant) : DASH),
    period: (label) => periodText(label, locale, dates.month),
  };
}

function pointsUnit(locale: Locale): string {
  return locale === "zh-CN" ? " 个百分点" : " pp";
}

/** Chinese text leaves out the symbol of CNY, as sales reports do; every other currency has one. */
function compactMoney(
  value: number,
  currency: string,
  locale: Locale,
  numbers: NumberFormats,
): string {
  const { scaled, digits, suffix } = compactParts(value, locale);
  if (locale === "zh-CN" && currency === "CNY") {
    return numbers.decimal(digits, digits).format(scaled) + suffix;
  }
  return numbers.currency(currency, digits).format(scaled) + suffix;
}

const QUARTERS_ZH = ["一", "二", "三", "四"];

function periodText(label: PeriodLabel, locale: Locale, month: Intl.DateTimeFormat): string {
  if (label.kind === "month") {
    return month.format(new Date(Date.UTC(label.calendarYear, label.month - 1, 1)));
  }
  const { startYear, endYear } = label.fiscalYear;
  const years =
    startYear === endYear ? `${startYear}` : `${startYear}/${String(endYear).slice(-2)}`;
  const year = locale === "zh-CN" ? `${years}财年` : `FY${years}`;
  if (label.kind === "year") return year;
  return locale === "zh-CN"
    ? `${year} 第${QUARTERS_ZH[label.quarter - 1]}季度`
    : `${year} Q${label.quarter}`;
}
