import { describe, expect, it } from "vitest";
import { createFormatter } from "@/lib/platform/i18n/format";

const zh = createFormatter({ locale: "zh-CN", currency: "CNY", timeZone: "Asia/Shanghai" });
const en = createFormatter({ locale: "en", currency: "CNY", timeZone: "Asia/Shanghai" });

describe("money in short", () => {
  it.each<[number, string, string]>([
    [32_293_456, "3,229万", "¥32.3M"],
    [4_860_000, "486万", "¥4.86M"],
    [860_000, "86万", "¥860k"],
    [72_000, "7.2万", "¥72k"],
    [-1_060_000, "−106万", "−¥1.06M"],
    [99_999_999, "1.00亿", "¥100M"],
    [123_456_789, "1.23亿", "¥123M"],
    [2_500_000_000, "25.0亿", "¥2.50B"],
    [999_999, "100万", "¥1.00M"],
    [9_999, "9,999", "¥10k"],
    [850, "850", "¥850"],
    [0, "0", "¥0"],
  ])("%i is %s and %s", (value, chinese, english) => {
    expect(zh.money(value)).toBe(chinese);
    expect(en.money(value)).toBe(english);
  });

  it("regression: another currency shows its own symbol, also in Chinese", () => {
    expect(zh.money(32_293_456, "USD")).toBe("$3,229万");
    expect(en.money(4_860_000, "USD")).toBe("$4.86M");
  });
});

describe("money in full", () => {
  it("has the decimals of its currency", () => {
    expect(zh.moneyFull(32_293_456)).toBe("¥32,293,456.00");
    expect(en.moneyFull(-12.345)).toBe("−¥12.35");
    expect(en.moneyFull(1234, "JPY")).toBe("¥1,234");
    expect(en.moneyFull(1.5, "KWD").replace(/\s/, " ")).toBe("KWD 1.500");
  });
});

describe("regression: an undefined figure is a dash, never 0", () => {
  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])("%s", (value) => {
    for (const f of [zh, en]) {
      const shown = [f.money, f.moneyFull, f.number, f.percent, f.points, f.days, f.signedPercent];
      for (const show of shown) expect(show(value)).toBe("—");
    }
    expect(zh.date(null)).toBe("—");
    expect(zh.dateTime(null)).toBe("—");
  });
});

describe("ratios", () => {
  it.each<[number, string]>([
    [0.621, "62.1%"],
    [0.1, "10%"],
    [1.28, "128%"],
    [1.8, "180%"],
    [0.9996, "100%"],
    [-0.034, "−3.4%"],
    [0, "0%"],
    [-0.0001, "0%"],
  ])("%f is %s", (value, text) => expect(zh.percent(value)).toBe(text));

  it("with more decimals where asked: 63.15%", () =>
    expect(en.percent(0.631501, 2)).toBe("63.15%"));

  it("differences of ratios are points", () => {
    expect(zh.points(0.016)).toBe("1.6 个百分点");
    expect(en.signedPoints(-0.016)).toBe("−1.6 pp");
  });
});

describe("signed changes", () => {
  it("always carry a sign, except 0 and what rounds to 0", () => {
    expect(zh.signedMoney(4_100_000)).toBe("+410万");
    expect(en.signedMoney(-2_600_000)).toBe("−¥2.60M");
    expect(en.signedPercent(0.084)).toBe("+8.4%");
    expect(en.signedPercent(-0.00001)).toBe("0%");
    expect(en.signedNumber(0)).toBe("0");
    expect(en.signedNumber(3)).toBe("+3");
  });
});

describe("dates and periods", () => {
  it("business dates do not move with the time zone", () => {
    const far = createFormatter({ locale: "en", currency: "CNY", timeZone: "Pacific/Pago_Pago" });
    expect(far.date("2026-11-23")).toBe("Nov 23, 2026");
    expect(zh.date("2026-11-23")).toBe("2026年11月23日");
    expect(zh.dayAndMonth("2026-11-23")).toBe("11月23日");
    expect([zh.month("2026-11-01"), en.month("2026-11-01")]).toEqual(["2026年11月", "Nov 2026"]);
    expect([zh.monthShort("2026-11-01"), en.monthShort("2026-11-01")]).toEqual(["11月", "Nov"]);
  });

  it("instants are shown in the organisation's time zone", () => {
    expect(zh.dateTime(new Date("2026-11-23T16:05:00Z"))).toContain("2026年11月24日");
    expect(zh.dateTime(new Date("2026-11-23T16:05:00Z"))).toContain("00:05");
  });

  it("names fiscal periods", () => {
    const calendar = { startYear: 2026, endYear: 2026 };
    const april = { startYear: 2026, endYear: 2027 };
    expect(zh.period({ kind: "quarter", fiscalYear: calendar, quarter: 4 })).toBe(
      "2026财年 第四季度",
    );
    expect(en.period({ kind: "quarter", fiscalYear: calendar, quarter: 4 })).toBe("FY2026 Q4");
    expect(en.period({ kind: "quarter", fiscalYear: april, quarter: 1 })).toBe("FY2026/27 Q1");
    expect(zh.period({ kind: "year", fiscalYear: april })).toBe("2026/27财年");
    expect(en.period({ kind: "month", calendarYear: 2026, month: 7 })).toBe("Jul 2026");
  });

  it("days have a unit, one day a singular", () => {
    expect([zh.days(51.78), en.days(51.78), en.days(1)]).toEqual(["51.8 天", "51.8 days", "1 day"]);
  });
});

it("the same options give the same formatter", () => {
  expect(createFormatter({ locale: "en", currency: "CNY", timeZone: "Asia/Shanghai" })).toBe(en);
});
