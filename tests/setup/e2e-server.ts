// Started by playwright.config.ts: a throwaway database with the demo company, and the production
// build on E2E_PORT; a second one on an empty database, whose address is printed.
import { freePort } from "@/lib/platform/db/embedded-process";
import { openThrowaway } from "@/lib/platform/db/embedded-throwaway";
import { seedIfEmpty } from "@/scripts/steps/demo";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { forgetConfiguration, newDatabase, serve } from "@/tests/setup/own-server";

const port = Number(process.env.E2E_PORT ?? 3999);

runCommand(async () => {
  handleSignals(0);
  const server = await openThrowaway();
  onShutdown(() => server.close());
  forgetConfiguration();
  const empty = await serve(await newDatabase(server, "empty"), await freePort());
  const web = await serve(server.url("postgres"), port, async () => {
    console.log(await seedIfEmpty());
  });
  console.log(`The server for browser tests is ready, an empty one at ${empty.address} too.`);
  await web.ended;
  await shutDown();
});
