// Started by `npm run bench -- lists`: server time of every list with many filters and sorts.
import { openThrowaway } from "@/lib/platform/db/embedded-throwaway";
import { applyMigrations } from "@/scripts/steps/database";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { forgetConfiguration } from "@/tests/setup/own-server";
import { COUNTS, fillWithMany } from "./many-records";
import { type Processor, watchProcessor } from "./processor";
import { quantile } from "./timing";

const ROUNDS = 5;
/** Milliseconds, of which 95 in 100 answers need no more. */
const GOAL = 150;

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
  await measure(people, await watchProcessor(process.env.DATABASE_URL));
  await shutDown();
  process.exit(0);
});

async function measure(people: Record<string, string>, processor: Processor): Promise<void> {
  const [{ scopeOf }, { casesOf }] = await Promise.all([
    import("@/lib/platform/scope"),
    import("./list-cases"),
  ]);
  console.log(
    "\nMilliseconds for one page with its totals, filters and names, one client; the last column",
  );
  console.log(
    "is processor time of server and database, which other work on the machine leaves as it is",
  );
  print("", "", ["p50", "p95", "goal", "cpu"]);
  for (const [role, id] of Object.entries(people)) {
    const scope = await scopeOf(id);
    if (!scope) throw new Error(`no ${role}`);
    const all: number[] = [];
    let over = 0;
    for (const { name, run } of await casesOf(scope)) {
      await run();
      const before = await processor.used();
      const samples = await timed(run);
      const after = await processor.used();
      const cpu = before === null || after === null ? null : (after - before) / ROUNDS;
      all.push(...samples);
      const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)];
      const missed = p95 > GOAL;
      if (missed) over += 1;
      print(
        role,
        name,
        [p50.toFixed(0), p95.toFixed(0), String(GOAL), cpu?.toFixed(0) ?? "—"],
        missed ? "over" : "",
      );
    }
    const sorted = all.toSorted((a, b) => a - b);
    const whole = [quantile(sorted, 0.5), quantile(sorted, 0.95)].map((ms) => ms.toFixed(0));
    print(role, `all ${all.length / ROUNDS} cases`, [...whole, String(GOAL)], `${over} over\n`);
  }
}

function print(role: string, name: string, figures: readonly string[], note = ""): void {
  const cells = figures.map((figure) => figure.padStart(7)).join("");
  console.log(`${role.padEnd(9)}${name.padEnd(52)}${cells}  ${note}`.trimEnd());
}

async function timed(run: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await run();
    samples.push(performance.now() - began);
  }
  return samples.toSorted((a, b) => a - b);
}
