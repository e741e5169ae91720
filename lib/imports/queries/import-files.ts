import { randomUUID } from "node:crypto";
import { system, type Tx, write } from "@/lib/platform/db/access";
import { logger } from "@/lib/platform/logger";
import type { Scope } from "@/lib/platform/scope";
import { makeSaleMonths } from "@/lib/sales/data/months";
import { foldRollups } from "@/lib/sales/data/rollups";
import { addMonths, toBusinessDate } from "@/lib/shared/business-date";
import { type ImportRequest, type ImportResult, openFiles, runImport } from "../data/run-import";
import type { ImportReport } from "../domain/report";

/** A million lines take minutes; the transaction may stay open that long. */
const timeLimit = 60 * 60_000;

export type ImportOptions = Omit<ImportRequest, "batch" | "userId" | "onMonths"> & {
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

/** What makes later work faster and nothing depends on: where it cannot be done now the import goes on. */
async function inPassing(
  reason: string,
  work: (tx: Tx, months: readonly string[]) => Promise<void>,
  months: readonly string[],
): Promise<void> {
  if (months.length === 0) return;
  try {
    await system(reason, (tx) => work(tx, months), "", timeLimit);
  } catch (error) {
    logger.warn({ err: error }, `${reason}: left for later`);
  }
}

const wroteSales = ({ counts }: ImportReport): boolean =>
  counts.some(
    ({ kind, created, updated, removed = 0 }) =>
      kind === "sales" && created + updated + removed > 0,
  );

async function foldMonths(tx: Tx, months: readonly string[]): Promise<void> {
  const [first, last] = [months.at(0), months.at(-1)];
  if (first && last) await foldRollups(tx, first, addMonths(toBusinessDate(last), 1));
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
  let months: readonly string[] = [];
  const onMonths = async (found: readonly string[]) => {
    months = found;
    if (!options.dryRun)
      await inPassing("tables for the months of an import", makeSaleMonths, found);
  };
  const request = { ...options, onMonths, batch: randomUUID(), userId: scope?.userId ?? null };
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
    const result =
      scope === null
        ? await system("import", work, "", timeLimit)
        : await write(scope, work, "import", timeLimit);
    if (wroteSales(result.report)) await inPassing("sums of an import", foldMonths, months);
    return result;
  } catch (error) {
    if (error instanceof NothingWritten) return error.result;
    throw error;
  }
}
