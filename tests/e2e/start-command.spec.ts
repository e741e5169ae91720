import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "@/lib/platform/db/embedded-process";

test.describe.configure({ mode: "serial", timeout: 240_000 });

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

let dataDir: string;
const runs: Run[] = [];

/** `npm start` in its own process group, away from this checkout's own data and configuration. */
function npmStart(port: number, variables: Record<string, string> = {}): Run {
  const child = spawn("npm", ["start"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...{ PORT: String(port), CLOSELOOP_DATA_DIR: dataDir, DATABASE_URL: "", NEXTAUTH_URL: "" },
      ...{ NEXTAUTH_SECRET: "", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "", NODE_ENV: "production" },
      ...variables,
    },
  });
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const run = { child, output: () => text, ended };
  runs.push(run);
  return run;
}

function signal(run: Run, name: NodeJS.Signals): void {
  const { exitCode, signalCode, pid } = run.child;
  if (exitCode === null && signalCode === null && pid) process.kill(-pid, name);
}

async function untilReady(run: Run): Promise<void> {
  let over = false;
  void run.ended.then(() => (over = true));
  const ready = () => over || run.output().includes("is ready at");
  await expect.poll(ready, { timeout: 200_000, intervals: [100] }).toBe(true);
  expect(run.output()).toContain("is ready at");
}

async function isFree(port: number): Promise<boolean> {
  return (await freePort(port)) === port;
}

function databasePort(): number {
  return JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")).port;
}

test.beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "closeloop start 开始-"));
  chmodSync(dataDir, 0o755);
});

test.afterAll(async () => {
  for (const run of runs) {
    signal(run, "SIGTERM");
    await run.ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

test("npm start prints the address and the demo sign-ins, also after kill -9", async ({
  request,
}) => {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const first = npmStart(port);
  await untilReady(first);
  for (const text of [address, "admin", "manager", "rep"]) expect(first.output()).toContain(text);
  signal(first, "SIGKILL");
  await first.ended;

  const second = npmStart(port);
  await untilReady(second);
  expect(second.output()).toContain("Build: up to date");
  expect(second.output()).toContain("there is data already");
  expect((await request.get(`${address}/`)).status()).toBe(200);

  signal(second, "SIGTERM");
  await second.ended;
  await expect.poll(() => isFree(port), { timeout: 15_000 }).toBe(true);
  await expect.poll(() => isFree(databasePort()), { timeout: 15_000 }).toBe(true);
});

test("npm start says it plainly when the port is taken", async () => {
  const port = await freePort();
  const other = createServer().listen(port);
  const run = npmStart(port);
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain(`Port ${port} is taken by another program.`);
  other.close();
});

test("npm start says it plainly when DATABASE_URL cannot be reached", async () => {
  const run = npmStart(await freePort(), {
    DATABASE_URL: "postgresql://u:topsecret@127.0.0.1:1/x",
  });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain("DATABASE_URL cannot be reached: nothing answers at 127.0.0.1:1.");
  expect(run.output()).not.toContain("topsecret");
});
