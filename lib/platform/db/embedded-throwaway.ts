import { chownSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Binaries, canUse, findBinaries, SHARED_FOLDER } from "./embedded-binaries";
import { type Cluster, clusterUrl, initialise, isAlive, newPassword } from "./embedded-cluster";
import { freePort, launch, stopServer } from "./embedded-process";

export type ThrowawayServer = {
  /** Address of a database on this server, as superuser. */
  url(database: string): string;
  /** Stops the server and deletes its files. */
  close(): void;
};

const PREFIX = "closeloop-test-";

/** Durability is of no use to a test database. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "300",
  shared_buffers: "128MB",
  jit: "off",
};

/**
 * Starts an empty PostgreSQL for tests in a temporary folder that carries this process's id, after
 * removing what killed runs left behind.
 * @throws DatabaseUnavailable
 */
export async function openThrowaway(): Promise<ThrowawayServer> {
  const binaries = await findBinaries();
  const parent = holdingFolder(binaries);
  sweep(parent, binaries);
  const base = join(parent, `${PREFIX}${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(base, { mode: 0o755 });
  if (binaries.account) chownSync(base, binaries.account.uid, binaries.account.gid);
  const cluster: Cluster = { binaries, folder: join(base, "data"), password: newPassword() };
  const remove = () => rmSync(base, { recursive: true, force: true });
  try {
    initialise(cluster);
    const port = await freePort();
    await launch(cluster, port, SETTINGS);
    return {
      url: (database) => clusterUrl(port, cluster.password, database),
      close: () => {
        stopServer(cluster, "immediate");
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function holdingFolder({ account }: Binaries): string {
  if (!account || canUse(tmpdir(), account)) return tmpdir();
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  chownSync(SHARED_FOLDER, account.uid, account.gid);
  return SHARED_FOLDER;
}

/** Stops and removes the servers of test runs whose process is gone (they were killed). */
function sweep(parent: string, binaries: Binaries): void {
  for (const name of readdirSync(parent)) {
    const owner = Number(name.match(/^closeloop-test-(\d+)-/)?.[1]);
    if (!owner || isAlive(owner)) continue;
    const folder = join(parent, name, "data");
    try {
      stopServer({ binaries, folder }, "immediate");
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another user's leftovers: not ours to remove.
    }
  }
}
