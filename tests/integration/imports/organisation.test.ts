import { beforeEach, describe, expect, it } from "vitest";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";
import { importTexts } from "./importing";

// A mapping brings its own base currency and fiscal year; both give money and quarters their meaning.

const mapping = {
  version: 1,
  source: "settings",
  organisation: { baseCurrency: "USD", fiscalYearStartMonth: 4 },
  entries: [{ file: "units.csv", kind: "units", fields: { name: "name", type: "type" } }],
};
const settings = async () => {
  await importTexts(mapping, { "units.csv": "name,type\nShop,company\n" });
  const [row] = await query(
    "SELECT base_currency AS currency, fiscal_year_start_month AS month FROM organisation",
  );
  return row;
};

beforeEach(async () => {
  await query("DELETE FROM target");
  await query("DELETE FROM exchange_rate");
  await query("DELETE FROM organisation");
  await query("INSERT INTO organisation (id, name, base_currency) VALUES (1, 'Shop', 'CNY')");
});

describe("the organisation's settings in a mapping", () => {
  it("are taken over while nothing depends on them", async () => {
    expect(await settings()).toEqual({ currency: "USD", month: 4 });
  });

  it("do not change the currency and the quarters of targets that are set", async () => {
    const unit_id = await insertRow("unit", { name: "Set", type: "company" });
    const period = { period_from: "2026-01-01", period_to: "2026-04-01" };
    await insertRow("target", { kpi: "revenue", ...period, unit_id, target: 1000 });
    expect(await settings()).toEqual({ currency: "CNY", month: 1 });
  });

  it("do not change the currency that exchange rates lead to", async () => {
    await insertRow("exchange_rate", { currency: "EUR", valid_from: "2026-01-01", rate: 7.8 });
    expect(await settings()).toEqual({ currency: "CNY", month: 1 });
  });
});
