import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { DatabaseUnavailable, openEmbedded } from "@/lib/platform/db/embedded";
import { MigrationFailure, migrate } from "@/lib/platform/db/migrate";
import type { Env } from "@/lib/platform/env";
import { diskFailure, PlainFailure, root } from "../progress.mjs";
import { checkServer } from "./server-check";
import { onShutdown } from "./shutdown";

/** The data directory as an absolute path, created and known to be writable. */
export function dataDirectory({ CLOSELOOP_DATA_DIR }: Env): string {
  const folder = resolve(root, CLOSELOOP_DATA_DIR);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw diskFailure(error, folder) ?? error;
  }
  return folder;
}

/**
 * Makes sure a database answers and puts its address into DATABASE_URL: the configured one, or the
 * embedded one, which is let go of when the command ends.
 * @returns one line for the progress output
 */
export async function bringUpDatabase(env: Env): Promise<string> {
  if (env.DATABASE_READ_URL) await checkServer(env.DATABASE_READ_URL, "DATABASE_READ_URL");
  if (env.DATABASE_URL) {
    return `PostgreSQL ${await checkServer(env.DATABASE_URL, "DATABASE_URL")} from DATABASE_URL`;
  }
  try {
    const database = await openEmbedded(dataDirectory(env));
    onShutdown(() => database.close());
    process.env.DATABASE_URL = database.url;
    return database.description;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw new PlainFailure(error.message);
    throw diskFailure(error, dataDirectory(env)) ?? error;
  }
}

/** The address bringUpDatabase left in the environment. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("The database has not been brought up.");
  return url;
}

const LOCK_NOT_AVAILABLE = "55P03";

/** Tables for the coming months of sales; where others are busy just now the next start makes them. */
async function arrangeMonths(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await client.query("select arrange_sale_months()");
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== LOCK_NOT_AVAILABLE) throw error;
  } finally {
    await client.end();
  }
}

/** Applies the missing migrations and says how many there were. */
export async function applyMigrations(): Promise<string> {
  try {
    const applied = await migrate(databaseUrl(), join(root, "prisma", "migrations"));
    await arrangeMonths();
    return applied.length > 0 ? `${applied.length} applied` : "up to date";
  } catch (error) {
    if (error instanceof MigrationFailure) throw new PlainFailure(error.message);
    throw error;
  }
}
