// The first script of every command: runs on any Node >= 20 in plain JavaScript without packages,
// installs what is missing, then continues in scripts/<command>.ts under the project's own Node 24.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { whenAncestorsDie } from "./ancestors.mjs";
import { generateClient, installPackages } from "./install.mjs";
import { fail, PlainFailure, root, step } from "./progress.mjs";

const [command, ...args] = process.argv.slice(2);
const script = join(root, "scripts", `${command}.ts`);

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) fail(`Node ${process.versions.node} is too old. Please install Node 20 or later.`);
if (!command || !existsSync(script)) fail(`Unknown command: ${command ?? "(none)"}.`);

process.env.CLOSELOOP_STARTED_AT ??= String(Date.now());
const quiet = ["user", "token", "import"].includes(command);
process.chdir(root);

/** The project's own Node 24 when there is a package of it for this platform, else this one if new enough. */
function findNode() {
  const [system, program] =
    process.platform === "win32" ? ["win", "node.exe"] : [process.platform, "node"];
  // macOS on ARM has a package name of its own.
  const own = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
    .map((name) => join(root, "node_modules", name, "bin", program))
    .find((path) => existsSync(path));
  if (own) return own;
  if (major >= 24) return process.execPath;
  throw new PlainFailure(
    `Node 24 is not available as a package for ${process.platform}-${process.arch}. Please install Node 24 or later and run this again.`,
  );
}

function run(node) {
  const child = spawn(
    node,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      "--disable-warning=ExperimentalWarning",
      script,
      ...args,
    ],
    {
      cwd: root,
      // The channel tells the child when this process is gone, even after `kill -9`.
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        PATH: `${join(root, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  stop = () => child.disconnect();
  child.on("error", (error) => fail(`Node 24 could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

let stop = () => process.exit(1);
whenAncestorsDie(() => stop());

try {
  await step("Packages", installPackages, { quiet });
  const node = findNode();
  await step("Database client", () => generateClient(node), { quiet });
  run(node);
} catch (error) {
  if (error instanceof PlainFailure) fail(error.message);
  throw error;
}
