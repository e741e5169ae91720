// Started by `npm run bench -- lists`: server time of every list with many filters and sorts.
import { openThrowaway } from "@/lib/platform/db/embedded-throwaway";
import { applyMigrations } from "@/scripts/steps/database";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { forgetConfiguration } from "@/tests/setup/own-server";
import { COUNTS, fillWithMany } from "./many-records";
import { quantile } from "./timing";

const ROUNDS = 5;
const BUDGET = 150;

runCommand(async () => {
  handleSignals(130);
  const database = await openThrowaway();
  onShutdown(() => database.close());
  forgetConfiguration();
  process.env.DATABASE_URL = database.url("postgres");
  await applyMigrations();
  const began = performance.now();
  const people = await fillWithMany(process.env.DATABASE_URL);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${COUNTS.customers} customers, ${COUNTS.deals} deals, ${COUNTS.sales} sale lines made in ${seconds} s`,
  );
  await measure(people);
  await shutDown();
  process.exit(0);
});

async function measure(people: Record<string, string>): Promise<void> {
  const [{ scopeOf }, { casesOf }] = await Promise.all([
    import("@/lib/platform/scope"),
    import("./list-cases"),
  ]);
  console.log("\nMilliseconds for one page with its totals, filters and names, one client");
  for (const [role, id] of Object.entries(people)) {
    const scope = await scopeOf(id);
    if (!scope) throw new Error(`no ${role}`);
    const all: number[] = [];
    for (const { name, run } of await casesOf(scope)) {
      const samples = await timed(() => run());
      all.push(...samples);
      const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
      const mark = p95 > BUDGET ? "  over" : "";
      console.log(
        `${role.padEnd(9)}${name.padEnd(52)}${p50.toFixed(0).padStart(7)}${p95.toFixed(0).padStart(7)}${mark}`,
      );
    }
    const sorted = all.toSorted((a, b) => a - b);
    console.log(
      `${role}: all p50 ${quantile(sorted, 0.5).toFixed(0)}, p95 ${quantile(sorted, 0.95).toFixed(0)}\n`,
    );
  }
}

async function timed(run: () => Promise<unknown>): Promise<number[]> {
  await run();
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await run();
    samples.push(performance.now() - began);
  }
  return samples.toSorted((a, b) => a - b);
}
