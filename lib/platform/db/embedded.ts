import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, canUse, findBinaries, SHARED_FOLDER } from "./embedded-binaries";
import { type Cluster, clusterUrl, initialise, newPassword } from "./embedded-cluster";
import {
  answers,
  freePort,
  launch,
  recordedServer,
  servesFolder,
  stopServer,
} from "./embedded-process";

export { DatabaseUnavailable } from "./embedded-binaries";

/** What is remembered about the cluster between starts, in <data dir>/postgres.json (mode 0600). */
type Remembered = { password: string; port: number; folder: string };

export type EmbeddedDatabase = {
  url: string;
  /** One line for the progress output: version, port, place. */
  description: string;
  /** Lets go of the server and stops it when no other process uses it. */
  close(): Promise<void>;
};

/** Session lock every user of the server holds shared; who gets it alone may stop the server. */
const USE_LOCK = 7_202_611;

const SETTINGS = {
  max_connections: "200",
  shared_buffers: "256MB",
  work_mem: "16MB",
  jit: "off",
  random_page_cost: "1.1",
};

/**
 * Brings up the product's own PostgreSQL on a data directory and creates `database` in it.
 * A server left behind by a killed run is taken over; one in use by another process is shared.
 * @throws DatabaseUnavailable
 */
export async function openEmbedded(
  dataDir: string,
  database = "closeloop",
): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const binaries = await findBinaries();
  const file = join(folder, "postgres.json");
  const remembered = remember(file, binaries, folder);
  const cluster: Cluster = { binaries, ...remembered };
  const port = await ensureRunning(cluster, remembered.port);
  if (port !== remembered.port) write(file, { ...remembered, port });
  const user = await holdServer(clusterUrl(port, cluster.password, "postgres"), database);
  const { rows } = await user.query<{ server_version: string }>("show server_version");
  const place = remembered.folder.startsWith(folder) ? "" : `, data in ${remembered.folder}`;
  return {
    url: clusterUrl(port, cluster.password, database),
    description: `PostgreSQL ${rows[0]?.server_version} on port ${port}${place}`,
    close: () => release(user, cluster),
  };
}

function write(file: string, remembered: Remembered): void {
  writeFileSync(file, `${JSON.stringify(remembered, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** Reads what an earlier start wrote, or decides where the cluster lives and writes it down. */
function remember(file: string, binaries: Binaries, dataDir: string): Remembered {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Remembered;
  const fresh = { password: newPassword(), port: 0, folder: clusterFolder(binaries, dataDir) };
  write(file, fresh);
  return fresh;
}

/** `<data dir>/postgres`, or a folder of SHARED_FOLDER when root's data directory is closed to the account. */
function clusterFolder({ account }: Binaries, dataDir: string): string {
  const inside = join(dataDir, "postgres", "18");
  if (!account) return inside;
  const holder = (folder: string) => {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, account.uid, account.gid);
    return canUse(folder, account);
  };
  if (holder(join(dataDir, "postgres"))) return inside;
  rmSync(join(dataDir, "postgres"), { recursive: true, force: true });
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  holder(join(SHARED_FOLDER, name));
  return join(SHARED_FOLDER, name, "18");
}

/** Port of the running server, started when there is none. */
async function ensureRunning(cluster: Cluster, preferredPort: number): Promise<number> {
  const running = await adoptable(cluster);
  if (running) return running;
  mkdirSync(join(cluster.folder, ".."), { recursive: true });
  initialise(cluster);
  const port = await freePort(preferredPort);
  try {
    await launch(cluster, port, SETTINGS);
    return port;
  } catch (error) {
    // Another process may have started it in the same moment.
    const other = await adoptable(cluster);
    if (other) return other;
    throw error;
  }
}

/**
 * Port of a server already running on the folder, left over or in use. One that runs but does not
 * let us in within 15 s is stopped; a record of a process that is gone is removed.
 */
async function adoptable({ binaries, folder, password }: Cluster): Promise<number | undefined> {
  const recorded = recordedServer(folder);
  if (!recorded) return undefined;
  const url = clusterUrl(recorded.port, password, "postgres");
  for (
    const deadline = Date.now() + 15_000;
    servesFolder(recorded.pid, folder) && Date.now() < deadline;
  ) {
    if (recorded.port > 0 && (await answers(url))) return recorded.port;
    await sleep(200);
  }
  if (servesFolder(recorded.pid, folder)) stopServer({ binaries, folder }, "immediate");
  rmSync(join(folder, "postmaster.pid"), { force: true });
  return undefined;
}

async function holdServer(url: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "closeloop start" });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [USE_LOCK]);
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [
    database,
  ]);
  if (!rowCount) await createDatabase(client, database);
  return client;
}

const DUPLICATE_DATABASE = "42P04";
const UNIQUE_VIOLATION = "23505";

/** Another process may create it in the same moment; both codes mean that it did. */
async function createDatabase(client: pg.Client, database: string): Promise<void> {
  try {
    await client.query(`create database ${client.escapeIdentifier(database)}`);
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error;
  }
}

/** Does nothing when the connection is lost: then the server is gone already. */
async function release(user: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await user.query("select pg_advisory_unlock_shared($1)", [USE_LOCK]);
    const { rows } = await user.query<{ alone: boolean }>(
      "select pg_try_advisory_lock($1) as alone",
      [USE_LOCK],
    );
    if (rows[0]?.alone) stopServer(cluster, "fast");
  } catch (error) {
    if (error instanceof pg.DatabaseError) throw error;
  } finally {
    await user.end().catch(() => undefined);
  }
}
