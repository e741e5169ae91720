// Started by playwright.config.ts: a throwaway database with the demo company, and the production
// build on E2E_PORT; a second one on an empty database, whose address is printed. Nothing of the
// user's own configuration or data is used.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { freePort } from "@/lib/platform/db/embedded-process";
import { openThrowaway, type ThrowawayServer } from "@/lib/platform/db/embedded-throwaway";
import { envSchema } from "@/lib/platform/env";
import { applyMigrations } from "@/scripts/steps/database";
import { seedIfEmpty } from "@/scripts/steps/demo";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { startWebServer, type WebServer } from "@/scripts/steps/web-server";

const port = Number(process.env.E2E_PORT ?? 3999);

runCommand(async () => {
  handleSignals(0);
  const server = await openThrowaway();
  onShutdown(() => server.close());
  // An empty value keeps Next from taking the variable out of .env.
  for (const name of Object.keys(envSchema.shape)) process.env[name] = "";
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64url");
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = randomBytes(32).toString("base64");
  process.env.LOG_LEVEL = "warn";
  const empty = await serve(await emptyDatabase(server), await freePort());
  const web = await serve(server.url("postgres"), port, async () => {
    console.log(await seedIfEmpty());
  });
  console.log(`The server for browser tests is ready, an empty one at ${empty.address} too.`);
  await web.ended;
  await shutDown();
});

async function emptyDatabase(server: ThrowawayServer): Promise<string> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  await client.query("create database empty");
  await client.end();
  return server.url("empty");
}

async function serve(url: string, at: number, fill?: () => Promise<void>): Promise<WebServer> {
  process.env.DATABASE_URL = url;
  process.env.PORT = String(at);
  process.env.NEXTAUTH_URL = `http://localhost:${at}`;
  await applyMigrations();
  await fill?.();
  return startWebServer("start", at);
}
