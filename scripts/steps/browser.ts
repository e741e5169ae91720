import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { PlainFailure } from "../progress.mjs";

/** The one without a window first: its pages open in two thirds of the time. */
const SYSTEM_NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * The Chromium that browser tests drive: CHROMIUM_PATH, the system's, Playwright's own; undefined
 * when there is none. A program counts when it prints its version (Ubuntu's snap stub does not).
 */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (works(given)) return given;
    throw new PlainFailure(`CHROMIUM_PATH does not lead to a working browser: ${given}`);
  }
  return [...SYSTEM_NAMES.map(locate), MAC_CHROME, chromium.executablePath()].find(works);
}

function locate(name: string): string | undefined {
  const found = spawnSync("which", [name], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function works(path: string | undefined): path is string {
  if (!path || !existsSync(path)) return false;
  return spawnSync(path, ["--version", "--no-sandbox"], { timeout: 20_000 }).status === 0;
}

/**
 * Finds Chromium or installs it: as root on Debian from its packages (with Chinese fonts),
 * otherwise, or where that fails, by Playwright's download.
 * @throws PlainFailure when there is none in the end: browser tests are never left out
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const run = (file: string, ...args: string[]) =>
    spawnSync(file, args, { stdio: "inherit" }).status === 0;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    process.env.DEBIAN_FRONTEND = "noninteractive";
    run("apt-get", "update");
    const install = (name: string) => run("apt-get", "install", "-y", name, "fonts-noto-cjk");
    if (!install("chromium-headless-shell")) install("chromium");
  }
  const installed = findChromium();
  if (installed) return installed;
  run("npx", "playwright", "install", "chromium");
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  throw new PlainFailure(
    "No Chromium was found and none could be installed. Please install Chromium or Chrome, or set CHROMIUM_PATH.",
  );
}
