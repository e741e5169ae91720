// npm test: every check in order, ending with one line `N passed, N failed, N skipped`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/platform/db/embedded-process";
import { elapsed, PlainFailure, root } from "./progress.mjs";
import { ensureChromium } from "./steps/browser";
import { buildIfChanged } from "./steps/build";
import { handleSignals, onShutdown, shutDown } from "./steps/shutdown";
import {
  add,
  type Counts,
  NOTHING,
  playwrightCounts,
  single,
  vitestCounts,
} from "./steps/test-report";

const reports = mkdtempSync(join(tmpdir(), "closeloop-reports-"));
onShutdown(() => rmSync(reports, { recursive: true, force: true }));
handleSignals(130);

function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", program), ...args], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    onShutdown(() => void child.kill());
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

async function vitest(name: string, projects: string[]): Promise<Counts> {
  const file = join(reports, `${name}.json`);
  const code = await run("vitest/vitest.mjs", [
    "run",
    ...projects.map((project) => `--project=${project}`),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return vitestCounts(file, code);
}

async function typecheck(): Promise<Counts> {
  const code = await run("next/dist/bin/next", ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
  return single(code || (await run("typescript/bin/tsc", ["--noEmit"])));
}

async function browserTests(): Promise<Counts> {
  await buildIfChanged();
  const file = join(reports, "e2e.json");
  const code = await run("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    CHROMIUM_PATH: ensureChromium(),
    E2E_PORT: String(await freePort()),
    E2E_RUN: "npm-test",
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return playwrightCounts(file, code);
}

const STAGES: Record<string, () => Promise<Counts>> = {
  lint: async () => single(await run("@biomejs/biome/bin/biome", ["check", "."])),
  typecheck,
  unit: () => vitest("unit", ["unit", "architecture"]),
  integration: () => vitest("integration", ["integration"]),
  e2e: browserTests,
};

/** A stage that breaks (no database, no browser, no build) says why and counts as one failure. */
async function runStage(name: string): Promise<Counts> {
  console.log(`\n[${elapsed()} s] ${name} …`);
  try {
    return await (STAGES[name]?.() ??
      Promise.reject(new PlainFailure(`There is no stage "${name}".`)));
  } catch (error) {
    console.error(error instanceof PlainFailure ? error.message : error);
    return { ...NOTHING, failed: 1 };
  }
}

const args = process.argv.slice(2);
if (args.includes("--full")) process.env.CLOSELOOP_TEST_FULL = "1";
const wanted = args.filter((name) => !name.startsWith("-"));

const results: [string, Counts][] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(STAGES)) {
  results.push([name, await runStage(name)]);
}

const words = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
const total = results.map(([, counts]) => counts).reduce(add, NOTHING);
console.log(`\n[${elapsed()} s] done`);
for (const [name, counts] of results) console.log(`  ${name}: ${words(counts)}`);
if (total.reasons.length > 0) console.log("Skipped:");
for (const reason of total.reasons) console.log(`  ${reason}`);
await shutDown();
console.log(words(total));
process.exit(total.failed > 0 ? 1 : 0);
