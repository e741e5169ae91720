import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { system } from "@/lib/platform/db/access";
import { rollupDifferences } from "@/lib/sales/data/rollups";
import { query } from "@/tests/setup/database";

/** Revenue (or what is asked) of all that was imported, by the metric engine: keys or months with values. */
export async function figures(
  asked: Pick<Measurement, "metrics" | "by" | "grain" | "range">,
): Promise<{ key: string | null; bucket: string | null; value: number | null }[]> {
  const calendar = { fiscalYearStartMonth: 1, firstDayOfWeek: 1 };
  return system("test", (tx) => measure(tx, { ...asked, asOf: "2026-01-01", calendar, digits: 2 }));
}

/** `{ "2011-01": 560000.26, … }` of the months of a range. */
export async function byMonth(
  metric: Measurement["metrics"][number],
  range: Measurement["range"],
): Promise<Record<string, number>> {
  const rows = await figures({ metrics: [metric], grain: "month", range });
  return Object.fromEntries(rows.map(({ bucket, value }) => [bucket?.slice(0, 7), round(value)]));
}

export const round = (value: number | null | undefined): number =>
  Math.round((value ?? 0) * 100) / 100;

export const differences = () => system("test", (tx) => rollupDifferences(tx));

/**
 * Prints an import's speed beside that of a plain COPY of 100,000 of its lines into a table with the
 * same columns and indexes.
 */
export async function printSpeed(name: string, lines: number, milliseconds: number): Promise<void> {
  const [row] = await query<{ file: string }>(
    "SELECT current_setting('data_directory') || '/plain_sale.copy' AS file",
  );
  const file = row?.file.replaceAll("'", "''");
  await query("CREATE TABLE plain_sale (LIKE sale INCLUDING ALL)");
  await query(`COPY (SELECT * FROM sale LIMIT 100000) TO '${file}'`);
  const copied = await time(() => query(`COPY plain_sale FROM '${file}'`));
  const speed = (count: number, took: number) =>
    Math.round((count / took) * 1000).toLocaleString("en");
  console.log(
    `${name}: imported ${speed(lines, milliseconds)} lines/s, plain COPY ${speed(100_000, copied)} lines/s`,
  );
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
