import { createReadStream, readFileSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { beforeAll, describe, expect, it } from "vitest";
import { cohortTable } from "@/lib/analysis/domain/cohorts";
import { cohortCounts } from "@/lib/analysis/sql/cohort-counts";
import { rfmCustomers, rfmGroups } from "@/lib/analysis/sql/rfm";
import { fileOnDisk } from "@/lib/imports/data/source-file";
import { system } from "@/lib/platform/db/access";
import { sharedData } from "@/tests/setup/shared-data";
import { countsOf, exampleMapping, importWith } from "./importing";
import { byMonth, figures, round } from "./real-files";

const retail = sharedData("online-retail");
const FILE = "online_retail.csv.gz";
const ALL = { from: "2010-12-01", to: "2012-01-01" } as const;
/** The reference counts whole spans of 24 hours back from a day after the last invoice, 9 December 12:50. */
const END = { clock: "12:50:00" } as const;

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

/** Up to the day of the reference, a day after the last invoice. */
const ALL_ORDERS = { range: { from: ALL.from, to: "2011-12-11" }, where: {} } as const;

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

/** By customer the scores of frequency and monetary, as two digits. */
async function referenceScores(): Promise<Map<string, string>> {
  const rows = createReadStream(retail.file("reference_rfm.csv")).pipe(parse({ columns: true }));
  const found = new Map<string, string>();
  for await (const row of rows) {
    const { CustomerID, F_score, M_score } = row as Record<string, string>;
    found.set(String(Math.trunc(Number(CustomerID))), `${F_score}${M_score}`);
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
    const customers = await system("test", (tx) =>
      rfmCustomers(tx, ALL_ORDERS, undefined, { limit: 5_000, offset: 0 }),
    );
    expect(customers).toHaveLength(4_337);
    const ours = customers.map(({ name, recency, frequency, monetary }) => {
      const begunDay = (clocks.get(name)?.slice(11) ?? "") > END.clock ? 1 : 0;
      return [name, { recency: recency - begunDay, frequency, monetary: round(monetary) }] as const;
    });
    expect(new Map([...ours].sort())).toEqual(new Map([...known].sort()));
  });

  it("quintiles of frequency and monetary are those of the reference for all customers", async () => {
    const scores = await referenceScores();
    const { cuts } = await system("test", (tx) => rfmGroups(tx, ALL_ORDERS));
    expect(cuts.frequency).toEqual([1, 2, 3, 5]);
    const customers = await system("test", (tx) =>
      rfmCustomers(tx, ALL_ORDERS, undefined, { limit: 5_000, offset: 0 }),
    );
    const wrong = customers.filter(({ name, f, m }) => scores.get(name) !== `${f}${m}`);
    expect(wrong).toEqual([]);
  });

  it("the cohort table's sizes are those of the file, and all customers are in it", async () => {
    const { sizes, counts } = await system("test", (tx) => cohortCounts(tx, ALL_ORDERS));
    const shown = sizes.map(({ cohort, size }) => [cohort.slice(0, 7), size]);
    expect(Object.fromEntries(shown)).toEqual(expected.cohort_sizes_B);
    const [first] = cohortTable(sizes, counts, "2011-11-30");
    expect(first?.later).toHaveLength(11);
  });

  it("cohorts have the sizes counted from the file, revenue is 8,601,939.08", async () => {
    expect(await byMonth("new_customers", ALL)).toEqual(expected.cohort_sizes_B);
    const [total] = await figures({ metrics: ["revenue"], range: ALL });
    expect(round(total?.value)).toBe(expected.clean_B.revenue);
    const [active] = await figures({ metrics: ["active_customers"], range: ALL });
    expect(active?.value).toBe(expected.clean_B.customers);
  });
});
