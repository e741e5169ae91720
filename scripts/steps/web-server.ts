import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "@/lib/platform/env";
import { PlainFailure, root } from "../progress.mjs";
import { isEnding, onShutdown } from "./shutdown";

const STOP_WITHIN_MS = 10_000;

/**
 * Fails when something listens on the port. Waits three seconds first: the web server of a run
 * that was just killed needs a moment to notice.
 */
export async function assertPortFree(port: number): Promise<void> {
  for (const deadline = Date.now() + 3000; Date.now() < deadline; await sleep(200)) {
    const problem = await tryListening(port);
    if (!problem) return;
    if (problem === "EACCES") {
      throw new PlainFailure(
        `This user may not listen on port ${port}. Please choose one above 1023, e.g. PORT=3000.`,
      );
    }
  }
  throw new PlainFailure(
    `Port ${port} is taken by another program. Stop it or choose another port, e.g. PORT=${port + 1} npm start.`,
  );
}

function tryListening(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}

export type WebServer = { address: string; ended: Promise<number> };

/**
 * Starts `next start` or `next dev` and resolves once it answers. It runs in its own process
 * group, so Ctrl-C reaches it through our orderly shutdown only.
 */
export async function startWebServer(
  mode: "start" | "dev",
  { PORT: port, HOST: host }: Pick<Env, "PORT" | "HOST">,
): Promise<WebServer> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      join(root, "scripts", "exit-with-parent.mjs"),
      nextProgram(),
      mode,
      "-p",
      String(port),
      "-H",
      host,
    ],
    {
      cwd: root,
      detached: process.platform !== "win32",
      stdio: ["ignore", mode === "dev" ? "inherit" : "pipe", "inherit", "ipc"],
      env: {
        ...process.env,
        NODE_ENV: mode === "dev" ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
    },
  );
  const ended = new Promise<number>((resolve) => {
    child.on("exit", (code) => resolve(code ?? 1));
    child.on("error", () => resolve(1));
  });
  onShutdown(() => stop(child, ended));
  const address = `http://localhost:${port}`;
  await untilAnswering(address, child);
  child.stdout?.pipe(process.stdout);
  return { address, ended };
}

function nextProgram(): string {
  return join(root, "node_modules", "next", "dist", "bin", "next");
}

async function untilAnswering(address: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const answer = await fetch(`${address}/api/health/live`, {
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined);
    if (answer) return;
  }
  if (!isEnding()) throw new PlainFailure("The web server did not start; its messages are above.");
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(patience);
}
