import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { DatabaseUnavailable } from "./embedded-binaries";
import { type Cluster, clusterUrl, plainEnvironment } from "./embedded-cluster";

const MEGABYTE = 1_000_000;
/** A free port of the loopback interface; `preferred` when it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(undefined));
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
      });
    });
  const found = (await tryPort(preferred)) ?? (await tryPort(0));
  if (found === undefined) throw new DatabaseUnavailable("No port is free on 127.0.0.1.");
  return found;
}

/**
 * Starts PostgreSQL in its own process group, so Ctrl-C in the terminal reaches the web server
 * first and the database is stopped after it. Resolves once it accepts connections.
 * @throws DatabaseUnavailable with the end of PostgreSQL's log
 */
export async function launch(cluster: Cluster, port: number, settings: Record<string, string>) {
  const { binaries, folder } = cluster;
  const log = `${folder}.log`;
  if (existsSync(log) && statSync(log).size > 5 * MEGABYTE) truncateSync(log);
  const output = openSync(log, "a", 0o600);
  const flags = Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    ...settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", folder, ...flags], {
    ...binaries.account,
    cwd: folder,
    detached: true,
    stdio: ["ignore", output, output],
    env: plainEnvironment(),
  });
  child.unref();
  await untilReady(child, clusterUrl(port, cluster.password, "postgres"), log);
}

async function untilReady(child: ChildProcess, url: string, log: string): Promise<void> {
  let ended: string | undefined;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", () => {
    ended = existsSync(log)
      ? readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n")
      : "";
  });
  const deadline = Date.now() + 60_000;
  while (ended === undefined && Date.now() < deadline) {
    if (await answers(url)) return;
    await sleep(40);
  }
  throw new DatabaseUnavailable(`PostgreSQL did not start:\n${ended ?? `see ${log}`}`);
}

/** Whether a server at this address accepts our password; false for any failure. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Stops the server that runs on this folder and waits for it; "fast" lets it write everything. */
export function stopServer(
  { binaries, folder }: Omit<Cluster, "password">,
  mode: "fast" | "immediate",
): void {
  spawnSync(binaries.pgCtl, ["stop", "-D", folder, "-m", mode, "-w", "-t", "60"], {
    ...binaries.account,
    cwd: folder,
    env: plainEnvironment(),
  });
}

/** Process id and port of the server that last ran on this folder; undefined when none is recorded. */
export function recordedServer(folder: string): { pid: number; port: number } | undefined {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3]) || 0];
  return pid > 0 ? { pid, port } : undefined;
}

/**
 * Whether a process is the PostgreSQL server of this folder. The recorded id may meanwhile belong
 * to something else, even to another PostgreSQL, which must not be touched.
 */
export function servesFolder(pid: number, folder: string): boolean {
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(folder);
  } catch {
    return false;
  }
}
