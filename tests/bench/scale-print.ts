import type { ScaleResult } from "./scale";

const line = (name: string, ...cells: readonly string[]): string =>
  name.padEnd(44) + cells.map((cell) => cell.padStart(14)).join("");

const ms = (value: number | undefined): string =>
  value === undefined ? "—" : `${value.toFixed(1)} ms`;
const times = (a: number | undefined, b: number | undefined): string =>
  a === undefined || !b ? "—" : `${(a / b).toFixed(2)} ×`;
const count = (value: number): string => Math.round(value).toLocaleString("en");

/** Prints all sizes side by side, with the goal beside each ratio. */
export function printScale(results: readonly ScaleResult[]): void {
  const [small, large] = [results[0], results.at(-1)];
  const row = (name: string, cell: (result: ScaleResult) => string) =>
    console.log(line(name, ...results.map(cell)));
  console.log(`\n${line("Sale lines", ...results.map(({ lines }) => count(lines)))}`);
  for (const [at, { name }] of (small?.pages ?? []).entries()) {
    row(`${name}: p50`, ({ pages }) => ms(pages[at]?.p50));
    row("  p95", ({ pages }) => ms(pages[at]?.p95));
  }
  row("dashboard's sales figures from sums: p50", ({ sums }) => ms(sums.p50));
  row("  p95", ({ sums }) => ms(sums.p95));
  row("the same by plain SQL over the lines: p50", ({ plain }) => ms(plain.p50));
  row("  goal: at least 10 × the sums' time", ({ sums, plain }) => times(plain.p50, sums.p50));
  row("one sale, bare insert: p50", ({ single }) => ms(single.bare.p50));
  row("one sale with all that follows: p50", ({ single }) => ms(single.kept.p50));
  row("  goal: at most 3 ×", ({ single }) => times(single.kept.p50, single.bare.p50));
  row("100,000 lines by COPY without triggers", ({ bulk }) => ms(bulk.copy));
  row("  with all that follows", ({ bulk }) => ms(bulk.kept));
  row("  goal: at most 4 ×", ({ bulk }) => times(bulk.kept, bulk.copy));
  row("  as an import from a file, lines/s", ({ bulk }) =>
    count((bulk.lines / bulk.imported) * 1000),
  );
  row("  import to COPY", ({ bulk }) => times(bulk.imported, bulk.copy));
  console.log("\nRows and MB of what is stored and kept");
  for (const { name } of small?.sizes ?? []) row(name, ({ sizes }) => sizeOf(sizes, name));
  if (!small || !large || small === large) return;
  const admin = (result: ScaleResult) =>
    result.pages.find(({ name }) => name.includes("admin"))?.p95;
  console.log(
    `\nGrowth of the admin's dashboard, p95, ${count(small.lines)} to ${count(large.lines)} lines: ${times(admin(large), admin(small))} (goal: at most 1.3 ×)`,
  );
  console.log(
    `Growth of the sales figures from sums: ${times(large.sums.p95, small.sums.p95)}; by plain SQL: ${times(large.plain.p50, small.plain.p50)}`,
  );
}

function sizeOf(sizes: ScaleResult["sizes"], name: string): string {
  const found = sizes.find((size) => size.name === name);
  return found ? `${count(found.rows)}, ${count(found.bytes / 1e6)}` : "—";
}
