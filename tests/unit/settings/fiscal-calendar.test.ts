import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FiscalPeriodKind,
  fiscalPeriodContaining,
  fiscalQuarter,
  fiscalYear,
  listFiscalPeriods,
  nextFiscalPeriod,
  parsePeriodCode,
  previousFiscalPeriod,
  sameFiscalPeriodLastYear,
} from "@/lib/settings/domain/fiscal-calendar";
import { contains } from "@/lib/shared/period";
import { propertyRuns } from "../../setup/thoroughness";
import { anyDate, anyPeriod } from "../shared/arbitraries";

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const startMonth = fc.integer({ min: 1, max: 12 });
const kind = fc.constantFrom<FiscalPeriodKind>("year", "quarter", "month");

describe("fiscal periods", () => {
  it("a fiscal year from April: Q4 of FY2026/27 is January to March 2027", () => {
    expect(fiscalQuarter(4, 2026, 4)).toEqual({
      kind: "quarter",
      code: "2026-Q4",
      label: { kind: "quarter", fiscalYear: { startYear: 2026, endYear: 2027 }, quarter: 4 },
      from: "2027-01-01",
      to: "2027-04-01",
    });
  });

  it("a fiscal year that is the calendar year is named by one year", () => {
    expect(fiscalYear(1, 2026).label).toEqual({
      kind: "year",
      fiscalYear: { startYear: 2026, endYear: 2026 },
    });
  });

  it.each(months)(
    "start month %i: the quarters partition the year, the months the quarters",
    (m) => {
      const year = fiscalYear(m, 2026);
      const quarters = listFiscalPeriods(m, "quarter", year);
      expect(quarters.map((q) => q.code)).toEqual(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
      expect([quarters[0]?.from, quarters[3]?.to]).toEqual([year.from, year.to]);
      for (const [index, quarter] of quarters.entries()) {
        expect(quarter.to).toBe(quarters[index + 1]?.from ?? year.to);
        const parts = listFiscalPeriods(m, "month", quarter);
        expect(parts).toHaveLength(3);
        expect([parts[0]?.from, parts[2]?.to]).toEqual([quarter.from, quarter.to]);
      }
    },
  );

  it("refuses a start month or quarter that does not exist", () => {
    expect(() => fiscalYear(13, 2026)).toThrow(RangeError);
    expect(() => fiscalQuarter(1, 2026, 5)).toThrow(RangeError);
  });

  it("a date lies in the period said to contain it", () => {
    fc.assert(
      fc.property(startMonth, kind, anyDate, (m, k, date) => {
        expect(contains(fiscalPeriodContaining(m, k, date), date)).toBe(true);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("previous and next are neighbours and inverse", () => {
    fc.assert(
      fc.property(startMonth, kind, anyDate, (m, k, date) => {
        const p = fiscalPeriodContaining(m, k, date);
        const previous = previousFiscalPeriod(m, p);
        expect(previous.to).toBe(p.from);
        expect(nextFiscalPeriod(m, previous)).toEqual(p);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("the same period last year is four quarters, twelve months, one year back", () => {
    fc.assert(
      fc.property(startMonth, kind, anyDate, (m, k, date) => {
        let back = fiscalPeriodContaining(m, k, date);
        const lastYear = sameFiscalPeriodLastYear(m, back);
        for (let step = { year: 1, quarter: 4, month: 12 }[k]; step > 0; step -= 1) {
          back = previousFiscalPeriod(m, back);
        }
        expect(lastYear).toEqual(back);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it("a list covers its range without gaps", () => {
    fc.assert(
      fc.property(startMonth, kind, anyPeriod(), (m, k, range) => {
        const list = listFiscalPeriods(m, k, range);
        expect(list.every((p, i) => i === 0 || p.from === list[i - 1]?.to)).toBe(true);
        expect((list[0]?.from ?? "9") <= range.from && (list.at(-1)?.to ?? "0") >= range.to).toBe(
          true,
        );
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("codes in addresses", () => {
  it("July 2026 is 2026-M07 whatever the fiscal year", () => {
    expect(parsePeriodCode(4, "2026-M07")).toMatchObject({ from: "2026-07-01", to: "2026-08-01" });
  });

  it("read back to the same period", () => {
    fc.assert(
      fc.property(startMonth, kind, anyDate, (m, k, date) => {
        const p = fiscalPeriodContaining(m, k, date);
        expect(parsePeriodCode(m, p.code)).toEqual(p);
      }),
      { numRuns: propertyRuns() },
    );
  });

  it.each([
    "",
    "26",
    "2026-Q5",
    "2026-Q0",
    "2026-M13",
    "2026-M7",
    "2026Q1",
    "0000",
    "9999",
    "2200",
    "9998-Q4",
    " 2026",
  ])("refuses %s", (code) => expect(parsePeriodCode(1, code)).toBeNull());
});
