import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { diskFailure, PlainFailure, root } from "../progress.mjs";
import { isEnding, onShutdown } from "./shutdown";

/** What the production build is made of; the database client follows from prisma/models. */
const FOLDERS = ["app", "components", "lib", "public", "prisma/models"];
const FILES = [
  "package.json",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "proxy.ts",
  "instrumentation.ts",
];
const IGNORED = join("lib", "platform", "db", "generated");

/** SHA-256 over the names and contents of everything the build reads, and the Node version. */
export function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...FOLDERS.flatMap(filesBelow), ...FILES].sort()) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.startsWith(IGNORED));
}

/** Builds for production unless the last build was made from the same sources. */
export async function buildIfChanged(): Promise<string> {
  const output = join(root, ".next");
  const stamp = join(output, "closeloop-sources");
  const wanted = sourceHash();
  const isCurrent = existsSync(join(output, "BUILD_ID")) && existsSync(stamp);
  if (isCurrent && readFileSync(stamp, "utf8") === wanted) return "up to date";
  try {
    mkdirSync(output, { recursive: true });
    accessSync(output, constants.W_OK);
  } catch (error) {
    throw diskFailure(error, output) ?? error;
  }
  // Removed first: a build that is interrupted must not pass for the one before it.
  writeFileSync(stamp, "");
  const code = await nextBuild();
  if (code !== 0) {
    throw new PlainFailure(isEnding() ? "Stopped." : "The build failed; its messages are above.");
  }
  writeFileSync(stamp, wanted);
  return "built";
}

function nextBuild(): Promise<number> {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const exitWithParent = join(root, "scripts", "exit-with-parent.mjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", exitWithParent, next, "build"], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    onShutdown(() => void child.kill());
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
