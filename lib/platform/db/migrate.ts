import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** The lock Prisma's own `migrate deploy` takes, so both never run at the same time. */
const PRISMA_LOCK = 72_707_369;

/** Prisma's history table, as its schema engine creates it. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

export type Migration = { name: string; sql: string; checksum: string };

/** A migration cannot be applied; the message names it and says why. */
export class MigrationFailure extends Error {}

/** The migrations of a folder in order. The checksum is Prisma's: SHA-256 of the file, in hex. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => {
      const sql = readFileSync(join(folder, entry.name, "migration.sql"), "utf8");
      return { name: entry.name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Applies the migrations a database lacks, each in a transaction of its own together with its row
 * in `_prisma_migrations`, so a killed run leaves whole migrations only. Safe to run from several
 * processes at once and behind a transaction pooler. `prisma migrate deploy` does the same.
 * @returns names of the migrations applied now
 * @throws MigrationFailure when SQL fails or an applied migration was edited afterwards
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "closeloop migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await applyOnce(client, migration)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function applyOnce(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [PRISMA_LOCK]);
    await client.query("set local client_min_messages = warning");
    await client.query(HISTORY_TABLE);
    const isNew = await isPending(client, migration);
    if (isNew) {
      await client.query(migration.sql);
      await record(client, migration);
    }
    await client.query("commit");
    return isNew;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    if (error instanceof MigrationFailure) throw error;
    throw new MigrationFailure(
      `Migration ${migration.name} failed: ${explain(error, migration.sql)}`,
    );
  }
}

async function isPending(client: pg.Client, migration: Migration): Promise<boolean> {
  const { rows } = await client.query<{ checksum: string; finished: boolean }>(
    `select checksum, finished_at is not null as finished
       from public._prisma_migrations where migration_name = $1 and rolled_back_at is null`,
    [migration.name],
  );
  const [row] = rows;
  if (!row) return true;
  if (!row.finished) {
    throw new MigrationFailure(
      `Migration ${migration.name} was started by another tool and not finished. Please resolve it with "prisma migrate resolve".`,
    );
  }
  if (row.checksum === migration.checksum) return false;
  throw new MigrationFailure(`Migration ${migration.name} was changed after it had been applied.`);
}

async function record(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(
    `insert into public._prisma_migrations
       (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/** PostgreSQL's message with the line of the file it points at. */
function explain(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position ? sql.slice(0, Number(error.position)).split("\n").length : undefined;
  return line ? `${error.message} (line ${line})` : error.message;
}
