import { createReadStream, readFileSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { beforeAll, describe, expect, it } from "vitest";
import { fileOnDisk } from "@/lib/imports/data/source-file";
import { diffDays, toBusinessDate } from "@/lib/shared/business-date";
import { query } from "@/tests/setup/database";
import { sharedData } from "@/tests/setup/shared-data";
import { countsOf, exampleMapping, importWith } from "./importing";
import { byMonth, figures, round } from "./real-files";

const retail = sharedData("online-retail");
const FILE = "online_retail.csv.gz";
const ALL = { from: "2010-12-01", to: "2012-01-01" } as const;
/** The reference counts whole spans of 24 hours back from a day after the last invoice, 9 December 12:50. */
const END = { day: "2011-12-10", clock: "12:50:00" } as const;

/** The cleaning that comes with the data: a customer, a positive quantity and price, no postage, bank charges or tests. */
const NO_GOODS = "TEST|BANK|POST|DOT|AMAZONFEE";
const CLEAN = [
  { column: "CustomerID", is: "filled" },
  { column: "Quantity", is: "above", value: 0 },
  { column: "UnitPrice", is: "above", value: 0 },
  { column: "StockCode", is: "notMatches", pattern: NO_GOODS },
  { column: "Description", is: "notMatches", pattern: NO_GOODS },
];

function cleanMapping() {
  const mapping = exampleMapping("online-retail") as { entries: { kind: string }[] };
  const cleaned = mapping.entries.map((entry) =>
    entry.kind === "units" ? entry : { ...entry, where: CLEAN },
  );
  return { ...mapping, entries: cleaned };
}

/** Clock time of the last clean invoice of each customer: the product keeps the day of a sale only. */
async function lastClocks(): Promise<Map<string, string>> {
  const last = new Map<string, string>();
  const rows = createReadStream(retail.file(FILE))
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const row of rows) {
    const { CustomerID, InvoiceDate, Quantity, UnitPrice, StockCode, Description } = row as Record<
      string,
      string
    >;
    const dropped = new RegExp(NO_GOODS).test(`${StockCode}\n${Description}`);
    if (!CustomerID || dropped || Number(Quantity) <= 0 || Number(UnitPrice) <= 0) continue;
    const id = String(Math.trunc(Number(CustomerID)));
    if ((InvoiceDate ?? "") > (last.get(id) ?? "")) last.set(id, InvoiceDate ?? "");
  }
  return last;
}

async function reference(): Promise<
  Map<string, { recency: number; frequency: number; monetary: number }>
> {
  const rows = createReadStream(retail.file("reference_rfm.csv")).pipe(parse({ columns: true }));
  const found = new Map<string, { recency: number; frequency: number; monetary: number }>();
  for await (const row of rows) {
    const { CustomerID, Recency, Frequency, Monetary } = row as Record<string, string>;
    const [recency = 0, frequency = 0, monetary = 0] = [Recency, Frequency, Monetary].map(Number);
    found.set(String(Math.trunc(Number(CustomerID))), {
      recency,
      frequency,
      monetary: round(monetary),
    });
  }
  return found;
}

describe.skipIf(retail.missing)(`online-retail, cleaned ${retail.note}`, () => {
  let expected: {
    clean_B: { rows: number; revenue: number; customers: number };
    cohort_sizes_B: Record<string, number>;
  };
  beforeAll(async () => {
    expected = JSON.parse(readFileSync(retail.file("figures.json"), "utf8"));
    const { report, rejections } = await importWith(cleanMapping(), [
      fileOnDisk(retail.file(FILE)),
    ]);
    expect(rejections).toEqual([]);
    expect(countsOf(report, "sales")).toBe(`${expected.clean_B.rows}/0/0/0`);
  }, 900_000);

  it("recency, frequency and monetary equal the reference for all 4,337 customers", async () => {
    const [known, clocks] = [await reference(), await lastClocks()];
    const rows = await query<{ id: string; last: string; frequency: number; monetary: number }>(
      `SELECT c.external_id AS id, max(s.sold_on)::text AS last, count(DISTINCT s.order_no)::int AS frequency,
         sum(s.base_amount)::float8 AS monetary FROM sale s JOIN customer c ON c.id = s.customer_id GROUP BY 1`,
    );
    expect(rows).toHaveLength(4_337);
    const ours = rows.map(({ id, last, frequency, monetary }) => {
      const begunDay = (clocks.get(id)?.slice(11) ?? "") > END.clock ? 1 : 0;
      const recency = diffDays(toBusinessDate(last), END.day) - begunDay;
      return [id, { recency, frequency, monetary: round(monetary) }] as const;
    });
    expect(new Map([...ours].sort())).toEqual(new Map([...known].sort()));
  });

  it("cohorts have the sizes counted from the file, revenue is 8,601,939.08", async () => {
    expect(await byMonth("new_customers", ALL)).toEqual(expected.cohort_sizes_B);
    const [total] = await figures({ metrics: ["revenue"], range: ALL });
    expect(round(total?.value)).toBe(expected.clean_B.revenue);
    const [active] = await figures({ metrics: ["active_customers"], range: ALL });
    expect(active?.value).toBe(expected.clean_B.customers);
  });
});
