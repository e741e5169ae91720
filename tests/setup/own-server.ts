import { randomBytes } from "node:crypto";
import pg from "pg";
import type { ThrowawayServer } from "@/lib/platform/db/embedded-throwaway";
import { envSchema } from "@/lib/platform/env";
import { applyMigrations } from "@/scripts/steps/database";
import { startWebServer, type WebServer } from "@/scripts/steps/web-server";

/** From here on nothing of the user's own configuration is used; secrets are made for this run. */
export function forgetConfiguration(): void {
  // An empty value keeps Next from taking the variable out of .env.
  for (const name of Object.keys(envSchema.shape)) process.env[name] = "";
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64url");
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = randomBytes(32).toString("base64");
  process.env.LOG_LEVEL = "warn";
}

/** A database of its own on a throwaway server; its address. */
export async function newDatabase(server: ThrowawayServer, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url(name);
}

/** The database and, where pages are served, the port that this process works with from here on. */
export function workOn(url: string, port?: number): void {
  process.env.DATABASE_URL = url;
  if (port === undefined) return;
  process.env.PORT = String(port);
  process.env.NEXTAUTH_URL = `http://localhost:${port}`;
}

/**
 * Migrates a database, fills it and starts the production build on it. Only one call may fill: the
 * database client of this process keeps the first address it is asked for.
 */
export async function serve(
  url: string,
  port: number,
  fill?: () => Promise<void>,
): Promise<WebServer> {
  workOn(url, port);
  await applyMigrations();
  await fill?.();
  return startWebServer("start", { PORT: port, HOST: "127.0.0.1" });
}
