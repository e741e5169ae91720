import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { root } from "../progress.mjs";
import { databaseUrl } from "./database";

export type SignIn = { role: string; email: string; password: string };

/** What prisma/seed/demo.ts exports. `seedDemo` works in one transaction: all of it or nothing. */
type Demo = { seedDemo(): Promise<void>; demoSignIns: readonly SignIn[] };

const FILE = join(root, "prisma", "seed", "demo.ts");

async function loadDemo(): Promise<Demo | undefined> {
  if (!existsSync(FILE)) return undefined;
  return (await import(pathToFileURL(FILE).href)) as Demo;
}

async function query<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Loads the demo company when nobody is in the database yet. */
export async function seedIfEmpty(): Promise<string> {
  const people = await query('select 1 from "user" limit 1');
  if (people.length > 0) return "there is data already";
  const demo = await loadDemo();
  if (!demo) return "there is no demo company yet";
  await demo.seedDemo();
  return "demo company loaded";
}

/** The demo sign-ins that still exist; none in a company's own database. */
export async function demoSignIns(): Promise<readonly SignIn[]> {
  const all = (await loadDemo())?.demoSignIns ?? [];
  const present = await query<{ email: string }>(
    `select email from "user" where email = any($1) and status = 'active'`,
    [all.map(({ email }) => email)],
  );
  return all.filter(({ email }) => present.some((row) => row.email === email));
}
