import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fileInMemory, fileOnDisk } from "@/lib/imports/data/source-file";
import { query } from "@/tests/setup/database";
import { sharedData } from "@/tests/setup/shared-data";
import { isFullRun } from "@/tests/setup/thoroughness";
import { countsOf, exampleMapping, importWith } from "./importing";

const retail = sharedData("online-retail");
const name = "online_retail.csv.gz";

/** The first lines of the file; in `npm run test:full` all 541,909 are imported. */
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
  it("imports order lines by a mapping alone, and a second run changes nothing", async () => {
    const lines = isFullRun ? 541_909 : 10_000;
    const file = isFullRun
      ? fileOnDisk(retail.file(name))
      : fileInMemory("online_retail.csv", await firstLines(lines));
    const mapping = exampleMapping("online-retail");
    const { net_revenue_all } = JSON.parse(readFileSync(retail.file("figures.json"), "utf8"));
    const first = await importWith(mapping, [file]);
    expect(first.rejections).toEqual([]);
    expect(countsOf(first.report, "sales")).toBe(`${lines}/0/0/0`);
    const [sums] = await query(`select count(*)::int as lines, count(customer_id)::int as known,
      count(*) filter (where order_no like 'C%' and quantity < 0)::int as returned,
      round(sum(base_amount), 2)::float as revenue from sale`);
    if (isFullRun)
      expect(sums).toEqual({
        lines,
        known: lines - 135_080,
        returned: 9_288,
        revenue: net_revenue_all,
      });
    else expect(sums?.lines).toBe(lines);
    const again = await importWith(mapping, [file]);
    expect(countsOf(again.report, "sales")).toBe(`0/0/${lines}/0`);
    expect(
      await query("select count(*)::int from import_change where batch_id = $1", [
        again.report.batchId,
      ]),
    ).toEqual([{ count: 0 }]);
  }, 900_000);
});
