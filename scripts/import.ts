// npm run import -- --mapping FILE.json [--dry-run] [--strict] [--accept-aliases] [--rejected OUT.csv] FILES…
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { rejectedFile } from "@/lib/imports/domain/rejected-file";
import type { ImportReport, KeptRejection } from "@/lib/imports/domain/report";
import { MissingColumnsError } from "@/lib/imports/domain/row-reader";
import { MappingError, parseMapping } from "@/lib/imports/schema";
import { PlainFailure } from "./progress.mjs";
import { loadConfiguration } from "./steps/configuration";
import { applyMigrations, bringUpDatabase } from "./steps/database";
import { describeReport, rejectionSentence } from "./steps/import-report";
import { runCommand } from "./steps/run-command";
import { handleSignals, shutDown } from "./steps/shutdown";

const usage = `npm run import -- --mapping FILE.json [options] FILES…
  --dry-run          tells what would happen and writes nothing
  --strict           writes nothing when any row is rejected
  --accept-aliases   confirms the clear alias proposals and remembers them
  --rejected OUT     writes the rejected rows in their file's own format
Ends with code 0 when every row was accepted, 2 when rows were rejected, 1 when nothing could be done.`;

/** Reads the command line; throws PlainFailure with the usage when it makes no sense. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
        "accept-aliases": { type: "boolean", default: false },
        rejected: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help || !values.mapping || positionals.length === 0) throw new PlainFailure(usage);
    return { ...values, mapping: values.mapping, files: positionals };
  } catch (error) {
    if (error instanceof PlainFailure) throw error;
    throw new PlainFailure(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

function readMapping(path: string) {
  if (!existsSync(path)) throw new PlainFailure(`There is no file ${path}.`);
  try {
    return parseMapping(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof MappingError)
      throw new PlainFailure(`${path} cannot be used:\n  ${error.problems.join("\n  ")}`);
    throw error;
  }
}

/** Writes one file for each file with rejected rows; several get their names put into OUT. */
function writeRejected(
  path: string,
  report: ImportReport,
  rejections: readonly KeptRejection[],
): string[] {
  const files = report.files.filter(({ name }) => rejections.some(({ file }) => file === name));
  return files.map((file) => {
    const extension = extname(path);
    const stem = basename(file.name).replace(/(\.[a-z]+)+$/i, "");
    const target =
      files.length === 1
        ? path
        : `${path.slice(0, path.length - extension.length)}-${stem}${extension}`;
    writeFileSync(target, rejectedFile(file, rejections, rejectionSentence));
    return target;
  });
}

runCommand(async () => {
  handleSignals(130);
  const given = readArguments();
  const mapping = readMapping(given.mapping);
  for (const path of given.files)
    if (!existsSync(path)) throw new PlainFailure(`There is no file ${path}.`);
  await bringUpDatabase(loadConfiguration());
  await applyMigrations();
  // Imported late: the database client reads DATABASE_URL, which has been set just now.
  const { importFiles } = await import("@/lib/imports/queries/import-files");
  const { fileOnDisk, UnreadableFileError } = await import("@/lib/imports/data/source-file");
  const { disconnect } = await import("@/lib/platform/db/client");
  try {
    const { report, rejections } = await importFiles(
      {
        mapping,
        files: given.files.map((path) => fileOnDisk(path)),
        aliases: given["accept-aliases"] ? "all clear" : [],
        dryRun: given["dry-run"],
        strict: given.strict,
      },
      null,
    );
    console.log(describeReport(report, rejections));
    if (report.batchId !== null) {
      await (await import("@/lib/sales/data/rollups")).settleCustomers();
      const { lookAfterLoading } = await import("@/lib/findings/queries/run");
      const told = await lookAfterLoading();
      console.log(`\nFindings: ${told.reduce((sum, { found }) => sum + found, 0)}`);
    }
    if (given.rejected)
      for (const path of writeRejected(given.rejected, report, rejections))
        console.log(`\nRejected rows written to ${path}`);
    console.log(
      `\n${outcome(report, given["dry-run"])} in ${(report.milliseconds / 1000).toFixed(1)} s`,
    );
    process.exitCode = rejections.length > 0 ? 2 : 0;
  } catch (error) {
    if (error instanceof MissingColumnsError || error instanceof UnreadableFileError)
      throw new PlainFailure(`${error.message}. Nothing was written.`);
    throw error;
  } finally {
    await disconnect();
  }
  await shutDown();
  process.exit();
});

function outcome(report: ImportReport, dryRun: boolean): string {
  if (dryRun) return "Dry run: nothing was written. Checked";
  return report.batchId === null ? "Rows were rejected: nothing was written. Checked" : "Imported";
}
