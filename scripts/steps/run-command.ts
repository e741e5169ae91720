import { fail, PlainFailure } from "../progress.mjs";
import { shutDown } from "./shutdown";

/** Runs a command's main function; a failure is printed in plain sentences and ends with code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    await shutDown();
    if (error instanceof PlainFailure) fail(error.message);
    console.error(error);
    process.exit(1);
  }
}
