// Started by `npm run bench`: figures for docs/performance.md, on a throwaway database. It is no
// test: slow or heavy pages are listed, and only errors end it with another code than 0.
import { fork } from "node:child_process";
import { join } from "node:path";
import { freePort } from "@/lib/platform/db/embedded-process";
import { openThrowaway } from "@/lib/platform/db/embedded-throwaway";
import { root } from "@/scripts/progress.mjs";
import { loadConfiguration } from "@/scripts/steps/configuration";
import { dataDirectory } from "@/scripts/steps/database";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { ADMIN, fillWithMaven } from "@/tests/bench/company";
import type { ScaleResult } from "@/tests/bench/scale";
import { removeBench } from "@/tests/bench/scale-database";
import { printScale } from "@/tests/bench/scale-print";
import { cookieOf } from "@/tests/bench/session";
import { printThemes } from "@/tests/bench/themes";
import { type Times, timeInTurns } from "@/tests/bench/timing";
import { type Weight, weighPages } from "@/tests/bench/weights";
import { forgetConfiguration, serve } from "@/tests/setup/own-server";

const DASHBOARD = "/dashboard?period=2017-Q4";

runCommand(async () => {
  handleSignals(130);
  const [what = "all", ...sizes] = process.argv.slice(2);
  const folder = dataDirectory(loadConfiguration());
  if (what === "delete") {
    removeBench(folder);
    console.log("The bench's database is deleted.");
    process.exit(0);
  }
  if (what === "all") await measurePages();
  const lines = sizes.length > 0 ? sizes : ["1000000", "10000000"];
  const results: ScaleResult[] = [];
  for (const size of lines) results.push(await measureScale(size, folder));
  printScale(results);
  await shutDown();
  process.exit(0);
});

/** One size of company in a process of its own: the database client keeps its first address. */
function measureScale(lines: string, folder: string): Promise<ScaleResult> {
  const script = join(root, "tests", "bench", "scale.ts");
  const child = fork(script, [lines, folder], { execArgv: process.execArgv, stdio: "inherit" });
  onShutdown(() => void child.kill());
  return new Promise((resolve, reject) => {
    child.on("message", (result) => resolve(result as ScaleResult));
    child.on(
      "exit",
      (code) => code && reject(new Error(`The bench of ${lines} lines ended with ${code}.`)),
    );
  });
}

async function measurePages(): Promise<void> {
  const chromium = process.env.CHROMIUM_PATH;
  const database = await openThrowaway();
  onShutdown(() => database.close());
  forgetConfiguration();
  if (chromium) process.env.CHROMIUM_PATH = chromium;
  const { address } = await serve(database.url("postgres"), await freePort(), fillWithMaven);
  printTimes(
    await timeInTurns([
      { name: "nothing (health)", address: `${address}/api/health/live` },
      { name: "sign-in page", address: `${address}/sign-in` },
      {
        name: `${DASHBOARD}`,
        address: address + DASHBOARD,
        cookie: await cookieOf(address, ADMIN),
      },
    ]),
  );
  printWeights(await weighPages(address, ADMIN));
  printThemes();
}

function printTimes(times: readonly Times[]): void {
  const nothing = times[0]?.p50 ?? 0;
  console.log("\nMilliseconds to the last byte, one client, one request after the other");
  console.log(line("", "p50", "p95", "p50 to nothing's"));
  for (const { name, p50, p95 } of times) {
    console.log(line(name, p50.toFixed(1), p95.toFixed(1), (p50 / nothing).toFixed(1)));
  }
}

function printWeights(weights: readonly Weight[]): void {
  console.log("\nJavaScript loaded in all, kB gzip");
  console.log(line("", "loaded", "budget", ""));
  for (const { visit, bytes, budget } of weights) {
    const loaded = bytes === null ? "—" : (bytes / 1000).toFixed(1);
    const over = bytes !== null && bytes > budget ? "over budget" : "";
    console.log(line(visit.name, loaded, String(budget / 1000), over));
  }
}

const line = (name: string, ...cells: readonly string[]): string =>
  name.padEnd(34) + cells.map((cell) => cell.padStart(18)).join("");
