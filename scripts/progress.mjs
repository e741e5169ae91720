// Numbered progress lines with elapsed seconds, and plain-sentence failures. Plain JavaScript
// because scripts/bootstrap.mjs uses it before any package is installed.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The project folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure the reader can act on: its message is printed as it is, without a stack. */
export class PlainFailure extends Error {}

/** Prints plain sentences and ends the process with code 1. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Seconds since the command was started, across its processes. */
export function elapsed() {
  const started = Number(process.env.CLOSELOOP_STARTED_AT ?? Date.now());
  return ((Date.now() - started) / 1000).toFixed(1);
}

function say(line) {
  process.stdout.write(`[${elapsed().padStart(6)} s] ${line}\n`);
}

/**
 * Runs one step and prints its number, its name and its outcome (the string `work` returns).
 * Repeats a line every ten seconds, so a long step is seen to be alive. The number continues
 * across processes through CLOSELOOP_STEP. A quiet step prints only when it takes over two seconds.
 */
export async function step(name, work, { quiet = false } = {}) {
  const number = Number(process.env.CLOSELOOP_STEP ?? 0) + 1;
  process.env.CLOSELOOP_STEP = String(number);
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  if (!quiet) say(`${number}. ${name} …`);
  const beat = setInterval(() => say(`${number}. ${name}: still working (${seconds()} s)`), 10_000);
  try {
    const outcome = await work();
    if (!quiet) {
      const text = typeof outcome === "string" ? outcome : "done";
      say(`${number}. ${name}: ${text} (${seconds()} s)`);
    }
    return outcome;
  } finally {
    clearInterval(beat);
  }
}

/** Turns a file-system error into a plain sentence, or returns undefined for any other error. */
export function diskFailure(error, path) {
  const reason = {
    EROFS: "the disk is read-only",
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    ENOSPC: "the disk is full",
  }[error?.code];
  return reason && new PlainFailure(`Cannot write to ${path}: ${reason}.`);
}
