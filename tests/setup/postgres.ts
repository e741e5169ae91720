import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openThrowaway } from "@/lib/platform/db/embedded-throwaway";
import { migrate } from "@/lib/platform/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser address of the test server's maintenance database. */
    serverUrl: string;
    /** Database with all migrations applied, to be cloned. */
    template: string;
  }
}

/**
 * Starts one PostgreSQL for the run (or uses TEST_DATABASE_URL) and migrates one template database.
 * Without a database the run fails: there is no way to skip these tests.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const server = external ? undefined : await openThrowaway();
  const serverUrl = server ? server.url("postgres") : String(external);
  const template = `closeloop_test_${randomBytes(4).toString("hex")}`;
  await run(serverUrl, `create database ${template}`);
  await migrate(databaseAt(serverUrl, template), join(project.config.root, "prisma/migrations"));
  project.provide("serverUrl", serverUrl);
  project.provide("template", template);
  return async () => {
    if (server) server.close();
    else await dropAll(serverUrl, template);
  };
}

function databaseAt(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function run(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

async function dropAll(serverUrl: string, template: string): Promise<void> {
  const { rows } = await run(
    serverUrl,
    `select datname from pg_database where starts_with(datname, '${template}')`,
  );
  for (const { datname } of rows) await run(serverUrl, `drop database "${datname}" with (force)`);
}
