import { beforeAll, describe, expect, it } from "vitest";
import { read, write } from "@/lib/platform/db/access";
import { AppError, ConflictError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import {
  addMissingCalendarDays,
  calendarDays,
  saveCalendarDays,
} from "@/lib/settings/data/calendar-days";
import { deleteRate, insertRate, updateRate } from "@/lib/settings/data/exchange-rates";
import { assertTimeZone, organisation, updateOrganisation } from "@/lib/settings/data/organisation";
import { displacedTargets } from "@/lib/settings/domain/fiscal-start";
import { calendarPage } from "@/lib/settings/queries/calendar";
import type { RateInput } from "@/lib/settings/schema";
import { baseCurrencyUse } from "@/lib/settings/sql/base-currency-use";
import { targetPeriods } from "@/lib/settings/sql/target-periods";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;
let admin: Scope;

beforeAll(async () => {
  company = await createCompany();
  admin = await scopeFor(company.user.Ada);
});

describe("settings of the organisation", () => {
  it("are refused when somebody saved in between, with what is saved now", async () => {
    await write(admin, (tx) => updateOrganisation(tx, 1, { riseColour: "red", weekendDays: [7] }));
    const stale = write(admin, (tx) => updateOrganisation(tx, 1, { name: "Mine" }));
    await expect(stale).rejects.toBeInstanceOf(ConflictError);
    const { current } = (await stale.catch((error: unknown) => error)) as ConflictError;
    expect(current).toMatchObject({
      name: "Test",
      riseColour: "red",
      weekendDays: "7",
      version: 2,
    });
    const now = await read(admin, organisation);
    expect(now).toMatchObject({ name: "Test", riseColour: "red", weekendDays: [7] });
  });
  it("take only a time zone the database can compute in", async () => {
    await write(admin, (tx) => assertTimeZone(tx, "Asia/Shanghai"));
    const wrong = write(admin, (tx) => assertTimeZone(tx, "Mars/Olympus"));
    await expect(wrong).rejects.toEqual(new AppError("timeZoneUnknown"));
  });
});

describe("what fixes the fiscal year and the base currency", () => {
  it("is nothing in a new company", async () => {
    expect(await read(admin, baseCurrencyUse)).toEqual({
      sales: false,
      deals: false,
      targets: false,
      rates: false,
    });
  });
  it("is every target for a quarter that would be none: 2 of 3", async () => {
    for (const [from, to] of [
      ["2026-01-01", "2026-04-01"],
      ["2026-04-01", "2026-07-01"],
      ["2026-01-01", "2026-02-01"],
    ])
      await query(
        `INSERT INTO target (kpi, period_from, period_to, unit_id, target) VALUES ('revenue', $1, $2, $3, 1)`,
        [from, to, company.unit.E1],
      );
    const periods = await read(admin, targetPeriods);
    expect(displacedTargets(2, periods)).toBe(2);
    expect(displacedTargets(4, periods)).toBe(0);
    const { choices } = await calendarPage(admin, 2026);
    expect(choices.map(({ displaced }) => displaced)).toEqual([0, 2, 2, 0, 2, 2, 0, 2, 2, 0, 2, 2]);
    expect((await read(admin, baseCurrencyUse)).targets).toBe(true);
  });
});

describe("holidays and make-up days", () => {
  const holiday = { kind: "holiday" as const, name: "May Day", nameEn: null };
  it("count in the working days of their month; a saved day replaces the one before", async () => {
    await write(admin, (tx) => updateOrganisation(tx, 2, { weekendDays: [6, 7] }));
    const working = async () =>
      (await calendarPage(admin, 2026)).months.find(({ from }) => from === "2026-05-01")?.working;
    expect(await working()).toBe(21);
    const first = await write(admin, (tx) =>
      saveCalendarDays(tx, [
        { day: "2026-05-01", ...holiday },
        { day: "2026-05-04", ...holiday },
        { day: "2026-05-09", ...holiday, kind: "workday", name: "Make-up" },
      ]),
    );
    expect(first).toEqual({ added: 3, replaced: 0 });
    expect(await working()).toBe(20);
    const again = await write(admin, (tx) =>
      saveCalendarDays(tx, [{ day: "2026-05-04", ...holiday, kind: "workday" }]),
    );
    expect(again).toEqual({ added: 0, replaced: 1 });
    expect(await working()).toBe(21);
  });
  it("copied to a year leave alone what it has", async () => {
    await write(admin, (tx) =>
      saveCalendarDays(tx, [{ day: "2027-05-01", ...holiday, name: "Kept" }]),
    );
    const added = await write(admin, (tx) =>
      addMissingCalendarDays(tx, [
        { day: "2027-05-01", ...holiday },
        { day: "2027-05-02", ...holiday },
      ]),
    );
    expect(added).toBe(1);
    const names = (await read(admin, (tx) => calendarDays(tx, 2027))).map(({ name }) => name);
    expect(names).toEqual(["Kept", "May Day"]);
  });
});

describe("exchange rates", () => {
  const rate: RateInput = { currency: "EUR", validFrom: "2026-01-01", rate: 1.1 };
  it("leave amounts frozen at another rate as they are: 100 EUR stay 110 USD", async () => {
    const id = await write(admin, (tx) => insertRate(tx, rate));
    await query(
      `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, quantity, currency, amount, rate, base_amount)
       VALUES ('2026-01-05', 'S1', $1, $2, 1, 'EUR', 100, 1.1, 110)`,
      [company.user.Rae, company.unit.E1],
    );
    await query(
      `INSERT INTO deal (title, stage_id, owner_id, unit_id, currency, rate, closed_on, booked_amount, booked_base_amount)
       VALUES ('d', $1, $2, $3, 'EUR', 1.1, '2026-01-05', 100, 110)`,
      [company.stage.Won, company.user.Rae, company.unit.E1],
    );
    const frozen = () =>
      query(
        "SELECT rate, base_amount::float FROM sale UNION ALL SELECT rate, booked_base_amount::float FROM deal",
      );
    const before = await frozen();
    await write(admin, (tx) => updateRate(tx, { ...rate, id, version: 1, rate: 2 }));
    await write(admin, (tx) => insertRate(tx, { ...rate, validFrom: "2026-01-04", rate: 3 }));
    await write(admin, (tx) => deleteRate(tx, id));
    expect(await frozen()).toEqual(before);
    expect(before).toEqual([
      { rate: "1.10000000", base_amount: 110 },
      { rate: "1.10000000", base_amount: 110 },
    ]);
  });
  it("are one a currency and day, and refuse a stale save", async () => {
    const id = await write(admin, (tx) => insertRate(tx, { ...rate, currency: "JPY" }));
    const twice = write(admin, (tx) => insertRate(tx, { ...rate, currency: "JPY" }));
    await expect(twice).rejects.toEqual(new AppError("rateTaken"));
    const changed = { ...rate, id, currency: "JPY", rate: 0.007 };
    await write(admin, (tx) => updateRate(tx, { ...changed, version: 1 }));
    const stale = write(admin, (tx) => updateRate(tx, { ...changed, version: 1, rate: 9 }));
    await expect(stale).rejects.toMatchObject({
      current: { currency: "JPY", validFrom: "2026-01-01", rate: 0.007, version: 2 },
    });
  });
});
