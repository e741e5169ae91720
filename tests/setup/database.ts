import pg from "pg";
import { inject } from "vitest";

/**
 * Clones the migrated template and returns the new database's address (superuser). Takes about
 * 50 ms; the database goes with the test server at the end of the run.
 */
export async function createDatabase(): Promise<string> {
  return create(`template ${inject("template")}`);
}

/** A database without any table, for tests of migrations. */
export async function createEmptyDatabase(): Promise<string> {
  return create("template template0");
}

let count = 0;

async function create(from: string): Promise<string> {
  count += 1;
  const name = `${inject("template")}_${process.pid}_${count}`;
  await queryAt(inject("serverUrl"), `create database ${name} ${from}`);
  const url = new URL(inject("serverUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

/** Address of this test file's own database, the one `@/lib/platform/db` uses. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("There is a database in integration tests only.");
  return url;
}

/**
 * Runs one statement in this file's database as superuser, past row security: for arranging data
 * and for looking at what really is in a table.
 */
export async function query<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return queryAt<Row>(databaseUrl(), sql, values);
}

/** Runs one statement at any address, on a connection of its own. */
export async function queryAt<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql, values.length > 0 ? values : undefined);
    return rows;
  } finally {
    await client.end();
  }
}
