import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Binaries, DatabaseUnavailable } from "./embedded-binaries";

/** The superuser of the embedded cluster; pages switch to a lesser role inside each transaction. */
const OWNER = "closeloop";

/** Sorting is PostgreSQL's built-in C.UTF-8, so it is the same on every machine. */
const INITDB_OPTIONS = [
  `--username=${OWNER}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
  "--no-sync",
];

export type Cluster = { binaries: Binaries; folder: string; password: string };

/** Address of a database of an embedded cluster; loopback only. */
export function clusterUrl(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** A password for the embedded cluster: 32 URL-safe characters. */
export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

/** PostgreSQL's messages in English, and nothing of the user's own PG… variables. */
export function plainEnvironment(): NodeJS.ProcessEnv | undefined {
  return process.platform === "win32" ? undefined : { NODE_ENV: "production", LC_ALL: "C" };
}

/**
 * Creates the cluster's files unless they exist. Made in a side folder and renamed: a killed run
 * leaves nothing half made, and of two runs at once the first one's cluster stays.
 * @throws DatabaseUnavailable
 */
export function initialise(cluster: Cluster): void {
  const { folder } = cluster;
  if (isInitialised(folder)) return;
  removeAbandoned(folder);
  const side = `${folder}.new-${process.pid}`;
  try {
    renameSync(create(cluster, side), folder);
  } catch (error) {
    if (!isInitialised(folder)) throw error;
  } finally {
    rmSync(side, { recursive: true, force: true });
  }
}

function isInitialised(folder: string): boolean {
  return existsSync(join(folder, "PG_VERSION"));
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    const maker = Number(name.match(/\.new-(\d+)$/)?.[1]);
    if (maker && !isAlive(maker)) rmSync(join(dirname(folder), name), { recursive: true });
  }
}

/** Whether a process of this id runs, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function create({ binaries, password }: Cluster, side: string): string {
  const passwordFile = join(side, "password");
  const data = join(side, "data");
  mkdirSync(side, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (binaries.account) {
    for (const path of [side, passwordFile]) {
      chownSync(path, binaries.account.uid, binaries.account.gid);
    }
  }
  const made = spawnSync(
    binaries.initdb,
    [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...INITDB_OPTIONS],
    { ...binaries.account, cwd: side, encoding: "utf8", env: plainEnvironment() },
  );
  if (made.status === 0) return data;
  const reason = made.stderr || made.error?.message;
  throw new DatabaseUnavailable(`PostgreSQL could not create its data in ${side}: ${reason}`);
}
