import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fileInMemory, fileOnDisk } from "@/lib/imports/data/source-file";
import { query } from "@/tests/setup/database";
import { sharedData } from "@/tests/setup/shared-data";
import { countsOf, exampleMapping, importWith } from "./importing";
import { byMonth, differences, figures, printSpeed, round } from "./real-files";

const retail = sharedData("online-retail");
const name = "online_retail.csv.gz";
const ALL = { from: "2010-12-01", to: "2012-01-01" } as const;

/** The first lines of the file. */
async function firstLines(count: number): Promise<string> {
  const input = createReadStream(retail.file(name)).pipe(createGunzip());
  const lines: string[] = [];
  for await (const line of createInterface({ input })) {
    if (lines.length > count) break;
    lines.push(line);
  }
  input.destroy();
  return lines.join("\n");
}

describe.skipIf(retail.missing)(`online-retail ${retail.note}`, () => {
  it("a second run of the same lines changes nothing", async () => {
    const file = fileInMemory("online_retail.csv", await firstLines(10_000));
    const mapping = exampleMapping("online-retail");
    expect(countsOf((await importWith(mapping, [file])).report, "sales")).toBe("10000/0/0/0");
    const again = await importWith(mapping, [file]);
    expect(countsOf(again.report, "sales")).toBe("0/0/10000/0");
    const changes = "select count(*)::int from import_change where batch_id = $1";
    expect(await query(changes, [again.report.batchId])).toEqual([{ count: 0 }]);
  }, 120_000);

  it("541,909 lines in one run: net revenue and months as counted from the file", async () => {
    const expected = JSON.parse(readFileSync(retail.file("figures.json"), "utf8"));
    const began = performance.now();
    const { report, rejections } = await importWith(exampleMapping("online-retail"), [
      fileOnDisk(retail.file(name)),
    ]);
    const took = performance.now() - began;
    expect(rejections).toEqual([]);
    expect(countsOf(report, "sales")).toBe(`${expected.rows - 10_000}/0/10000/0`);
    const [sums] = await query(`select count(*)::int as lines, count(customer_id)::int as known,
      count(*) filter (where order_no like 'C%' and quantity < 0)::int as returned from sale`);
    expect(sums).toEqual({ lines: 541_909, known: 541_909 - 135_080, returned: 9_288 });
    const [total] = await figures({ metrics: ["revenue"], range: ALL });
    expect(round(total?.value)).toBe(expected.net_revenue_all);
    expect(await byMonth("revenue", ALL)).toEqual(expected.net_revenue_by_month);
    expect(await differences()).toEqual([]);
    await printSpeed("online-retail", expected.rows, took);
  }, 900_000);
});
