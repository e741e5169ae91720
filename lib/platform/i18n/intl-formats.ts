import type { Locale } from "./locales";

export type NumberFormats = ReturnType<typeof numberFormats>;

/** Intl objects are slow to build, so each is built once. */
export function numberFormats(locale: Locale) {
  const built = new Map<string, Intl.NumberFormat>();
  const once = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = built.get(key);
    if (known) return known;
    const format = new Intl.NumberFormat(locale, options);
    built.set(key, format);
    return format;
  };
  return {
    decimal: (min: number, max: number) =>
      once(`d${min}${max}`, { minimumFractionDigits: min, maximumFractionDigits: max }),
    percent: (max: number) => once(`p${max}`, { style: "percent", maximumFractionDigits: max }),
    currency: (currency: string, digits: number) =>
      once(`c${currency}${digits}`, {
        style: "currency",
        currency,
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  };
}

/** Business dates are formatted in UTC, instants in the organisation's time zone. */
export function dateFormats(locale: Locale, timeZone: string) {
  const name = locale === "zh-CN" ? "zh-CN" : "en-US";
  const monthStyle = locale === "zh-CN" ? "long" : "short";
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(name, { ...options, timeZone: "UTC" });
  return {
    date: utc({ year: "numeric", month: monthStyle, day: "numeric" }),
    dateShort: utc({
      year: "numeric",
      month: locale === "zh-CN" ? "2-digit" : "short",
      day: locale === "zh-CN" ? "2-digit" : "numeric",
    }),
    dayAndMonth: utc({ month: monthStyle, day: "numeric" }),
    dayInWeek: utc({ month: monthStyle, day: "numeric", weekday: monthStyle }),
    weekday: { short: utc({ weekday: "short" }), long: utc({ weekday: "long" }) },
    month: utc({ year: "numeric", month: monthStyle }),
    monthShort: utc({ month: "short" }),
    dateTime: new Intl.DateTimeFormat(name, {
      year: "numeric",
      month: monthStyle,
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
    }),
  };
}
