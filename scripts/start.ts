// npm start: from a checkout to a running product; `--empty` leaves an empty database empty.
import { elapsed, step } from "./progress.mjs";
import { buildIfChanged } from "./steps/build";
import { loadConfiguration } from "./steps/configuration";
import { applyMigrations, bringUpDatabase, dataDirectory } from "./steps/database";
import { demoSignIns, isNobodyThere, type SignIn, seedIfEmpty } from "./steps/demo";
import { runCommand } from "./steps/run-command";
import { provideSecrets } from "./steps/secrets";
import { handleSignals, isEnding, onShutdown, shutDown } from "./steps/shutdown";
import { assertPortFree, startWebServer } from "./steps/web-server";

const empty = process.argv.includes("--empty");

runCommand(async () => {
  handleSignals(0);
  const env = await step("Configuration", async () => {
    const checked = loadConfiguration();
    await assertPortFree(checked.PORT);
    provideSecrets(dataDirectory(checked));
    process.env.NEXTAUTH_URL ||= `http://localhost:${checked.PORT}`;
    return checked;
  });
  await step("Database", () => bringUpDatabase(env));
  await step("Migrations", applyMigrations);
  if (!empty) await step("Demo company", seedIfEmpty);
  await step("Build", buildIfChanged);
  const web = await step("Web server", () => startWebServer("start", env));
  announce(web.address, await demoSignIns());
  if (await isNobodyThere()) console.log(`Create the first admin at ${web.address}/setup\n`);
  onShutdown(() => console.log("\nStopping …"));
  const code = await web.ended;
  if (isEnding()) return;
  await shutDown();
  process.exit(code);
});

function announce(address: string, signIns: readonly SignIn[]): void {
  const lines = [`Closeloop is ready at ${address} (after ${elapsed()} s). Ctrl-C stops it.`];
  if (signIns.length > 0) lines.push("Demo sign-ins (until their passwords are changed):");
  for (const { role, email, password } of signIns) {
    lines.push(`  ${role.padEnd(8)} ${email}  ${password}`);
  }
  console.log(`\n${lines.join("\n")}\n`);
}
