// npm run bench [all | scale [LINES…] | delete]: brings the production build up to date, then measures it (tests/bench).
// npm run bench -- lists: the lists with many records; -- findings: how often findings are right. Both without a build.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, step } from "./progress.mjs";
import { ensureChromium } from "./steps/browser";
import { buildIfChanged } from "./steps/build";
import { runCommand } from "./steps/run-command";
import { handleSignals, onShutdown, shutDown } from "./steps/shutdown";

runCommand(async () => {
  handleSignals(130);
  const alone = ["lists", "findings"].find((what) => what === process.argv[2]);
  if (!alone) {
    process.env.CHROMIUM_PATH = ensureChromium();
    process.env.E2E_RUN = "bench";
    await step("Build", buildIfChanged);
  }
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "--disable-warning=ExperimentalWarning",
  ];
  const child = spawn(
    process.execPath,
    [...args, join(root, "tests", "bench", `${alone ?? "main"}.ts`)],
    {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  onShutdown(() => void child.kill());
  const code = await new Promise<number>((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (ended) => resolve(ended ?? 1));
  });
  await shutDown();
  process.exit(code);
});
