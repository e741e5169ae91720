// npm run dev: the embedded or configured database, migrations, then `next dev`.
import { step } from "./progress.mjs";
import { loadConfiguration } from "./steps/configuration";
import { applyMigrations, bringUpDatabase, dataDirectory } from "./steps/database";
import { seedIfEmpty } from "./steps/demo";
import { runCommand } from "./steps/run-command";
import { provideSecrets } from "./steps/secrets";
import { handleSignals, isEnding, shutDown } from "./steps/shutdown";
import { assertPortFree, startWebServer } from "./steps/web-server";

const empty = process.argv.includes("--empty");

runCommand(async () => {
  handleSignals(0);
  const env = loadConfiguration();
  await assertPortFree(env.PORT);
  provideSecrets(dataDirectory(env));
  process.env.NEXTAUTH_URL ||= `http://localhost:${env.PORT}`;
  await step("Database", () => bringUpDatabase(env));
  await step("Migrations", applyMigrations);
  if (!empty) await step("Demo company", seedIfEmpty);
  const web = await startWebServer("dev", env);
  const code = await web.ended;
  if (isEnding()) return;
  await shutDown();
  process.exit(code);
});
