import { dashboardFrame } from "@/lib/dashboard/data/frame";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";

type Asked = Pick<Measurement, "metrics" | "by" | "grain" | "compare">;

/** The sales figures of a dashboard: totals, course, people, units, products, regions. */
export async function dashboardSales(
  scope: Scope,
  fromLines: boolean,
): Promise<{ milliseconds: number; rows: string[] }> {
  return read(scope, async (tx) => {
    const frame = await dashboardFrame(tx, scope, {});
    const both = [frame.previousElapsed, frame.lastYearElapsed];
    const revenue = { metrics: ["revenue"] } as const;
    const asked: Asked[] = [
      { ...revenue, compare: both },
      { ...revenue, grain: "day", compare: [frame.lastYear] },
      { ...revenue, by: "rep" },
      ...(frame.unit ? [{ ...revenue, by: "branch" } as const] : []),
      { ...revenue, by: "product", compare: both },
      { ...revenue, by: "region", compare: both },
    ];
    const began = performance.now();
    const rows = await answers(tx, frame, asked, fromLines);
    return { milliseconds: performance.now() - began, rows };
  });
}

async function answers(
  tx: Tx,
  frame: Awaited<ReturnType<typeof dashboardFrame>>,
  asked: readonly Asked[],
  fromLines: boolean,
): Promise<string[]> {
  const { fiscalYearStartMonth, firstDayOfWeek } = frame.organisation;
  const calendar = { fiscalYearStartMonth, firstDayOfWeek };
  const found: string[] = [];
  for (const question of asked) {
    const rows = await measure(tx, {
      ...question,
      range: frame.elapsed,
      where: frame.where,
      asOf: frame.today,
      calendar,
      digits: frame.digits,
      fromLines,
    });
    found.push(...rows.map((row) => JSON.stringify(row)).sort());
  }
  return found;
}
