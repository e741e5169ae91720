import { randomUUID } from "node:crypto";
import { system, type Tx, write } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { type ImportRequest, type ImportResult, openFiles, runImport } from "../data/run-import";

/** A million lines take minutes; the transaction may stay open that long. */
const timeLimit = 60 * 60_000;

export type ImportOptions = Omit<ImportRequest, "batch" | "userId"> & {
  /** Tells what would happen and writes nothing. */
  dryRun?: boolean;
  /** Writes nothing when any row is rejected. */
  strict?: boolean;
};

/** Carries the result out of a transaction that is to be undone. */
class NothingWritten extends Error {
  constructor(readonly result: ImportResult) {
    super("nothing written");
  }
}

/**
 * Imports files in one transaction, all or nothing, in the name of an admin or (without a scope) of
 * the command line. A dry run does the very same and undoes it, so its report is what would happen.
 */
export async function importFiles(
  options: ImportOptions,
  scope: Scope | null,
): Promise<ImportResult> {
  const files = await openFiles(options.mapping, options.files);
  const request = { ...options, batch: randomUUID(), userId: scope?.userId ?? null };
  const work = async (tx: Tx) => {
    const result = await runImport(tx, files, request);
    if (options.dryRun || (options.strict && result.rejections.length > 0))
      throw new NothingWritten({
        ...result,
        report: { ...result.report, batchId: null },
      });
    return result;
  };
  try {
    return scope === null
      ? await system("import", work, "", timeLimit)
      : await write(scope, work, "import", timeLimit);
  } catch (error) {
    if (error instanceof NothingWritten) return error.result;
    throw error;
  }
}
