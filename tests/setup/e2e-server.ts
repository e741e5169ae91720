// Started by playwright.config.ts: a throwaway database with the demo company, and the production
// build on E2E_PORT. Nothing of the user's own configuration or data is used.
import { randomBytes } from "node:crypto";
import { openThrowaway } from "@/lib/platform/db/embedded-throwaway";
import { envSchema } from "@/lib/platform/env";
import { applyMigrations } from "@/scripts/steps/database";
import { seedIfEmpty } from "@/scripts/steps/demo";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { startWebServer } from "@/scripts/steps/web-server";

const port = Number(process.env.E2E_PORT ?? 3999);

runCommand(async () => {
  handleSignals(0);
  const server = await openThrowaway();
  onShutdown(() => server.close());
  // An empty value keeps Next from taking the variable out of .env.
  for (const name of Object.keys(envSchema.shape)) process.env[name] = "";
  process.env.DATABASE_URL = server.url("postgres");
  process.env.PORT = String(port);
  process.env.NEXTAUTH_URL = `http://localhost:${port}`;
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64url");
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = randomBytes(32).toString("base64");
  process.env.LOG_LEVEL = "warn";
  await applyMigrations();
  console.log(await seedIfEmpty());
  const web = await startWebServer("start", port);
  console.log("The server for browser tests is ready.");
  await web.ended;
  await shutDown();
});
