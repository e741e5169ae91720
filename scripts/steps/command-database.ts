import { AppError } from "@/lib/platform/errors";
import { PlainFailure } from "../progress.mjs";
import { loadConfiguration } from "./configuration";
import { applyMigrations, bringUpDatabase } from "./database";
import { runCommand } from "./run-command";
import { handleSignals, shutDown } from "./shutdown";

/** What the errors of lib mean on a command line. */
const SENTENCES: Record<string, string> = {
  emailTaken: "Somebody has this e-mail address already.",
  unitUnknown: 'There is no unit "{unit}". Give its name, its English name or its id.',
  unitAmbiguous: 'There are several units called "{unit}". Give the id instead.',
};

function inWords(error: AppError): string {
  const sentence = SENTENCES[error.code] ?? error.code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(error.details?.[name] ?? ""));
}

/** Runs a short command on the product's database, started and migrated if need be, and ends. */
export function runOnDatabase(main: () => Promise<void>): Promise<void> {
  return runCommand(async () => {
    handleSignals(130);
    process.env.LOG_LEVEL ||= "warn";
    await bringUpDatabase(loadConfiguration());
    await applyMigrations();
    try {
      await main();
    } catch (error) {
      if (error instanceof AppError) throw new PlainFailure(inWords(error));
      throw error;
    } finally {
      await (await import("@/lib/platform/db/client")).disconnect();
    }
    await shutDown();
    process.exit(0);
  });
}
