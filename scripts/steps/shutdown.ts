type Cleanup = () => void | Promise<void>;

const cleanups: Cleanup[] = [];
let ending: Promise<void> | undefined;

/** Registers something to undo when the command ends, in reverse order of registration. */
export function onShutdown(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

/** Runs every cleanup once, newest first; one that fails does not stop the others. */
export function shutDown(): Promise<void> {
  ending ??= (async () => {
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  })();
  return ending;
}

/** Whether the command is already ending, so that its parts going down are expected. */
export function isEnding(): boolean {
  return ending !== undefined;
}

async function endWith(code: number): Promise<void> {
  await shutDown();
  process.exit(code);
}

/**
 * Ends the command in order on Ctrl-C, on `kill`, and when the process that started it is gone
 * (its channel closes, also after `kill -9`). Signals repeat in a terminal; only the first counts.
 */
export function handleSignals(code: number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void endWith(code));
  }
  process.on("disconnect", () => void endWith(code));
}
