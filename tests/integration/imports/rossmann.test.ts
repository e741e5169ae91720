import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileOnDisk } from "@/lib/imports/data/source-file";
import { query } from "@/tests/setup/database";
import { sharedData } from "@/tests/setup/shared-data";
import { countsOf, exampleMapping, importWith } from "./importing";
import { byMonth, differences, figures, printSpeed } from "./real-files";

const rossmann = sharedData("rossmann");
const ALL = { from: "2013-01-01", to: "2016-01-01" } as const;
/** The file goes on to July 2015; its months are counted for the two whole years. */
const YEARS = { from: "2013-01-01", to: "2015-01-01" } as const;

describe.skipIf(rossmann.missing)(`rossmann ${rossmann.note}`, () => {
  it("844,338 days of sales in one run: total, months and best stores as counted from the file", async () => {
    const expected = JSON.parse(readFileSync(rossmann.file("figures.json"), "utf8"));
    const file = fileOnDisk(rossmann.file("train_open_days.csv.gz"));
    const began = performance.now();
    const { report, rejections } = await importWith(exampleMapping("rossmann"), [file]);
    const took = performance.now() - began;
    expect(rejections).toEqual([]);
    expect(countsOf(report, "sales")).toBe(`${expected.rows}/0/0/0`);
    const [total] = await figures({ metrics: ["revenue"], range: ALL });
    expect(total?.value).toBe(expected.total_sales);
    expect(await byMonth("revenue", YEARS)).toEqual(expected.sales_by_month);
    const stores = await query<{ id: string; number: string }>(
      "SELECT id, external_id AS number FROM unit",
    );
    const numbers = new Map(stores.map(({ id, number }) => [id, number]));
    const best = (await figures({ metrics: ["revenue"], by: "unit", range: ALL }))
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .slice(0, 10)
      .map(({ key, value }) => [numbers.get(key ?? ""), value]);
    expect(best).toEqual(expected.top10_stores);
    expect(await differences()).toEqual([]);
    await printSpeed("rossmann", expected.rows, took);
  }, 900_000);
});
