import { Readable } from "node:stream";
import { write } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { saveRejections } from "../data/batches";
import type { Progress } from "../data/run-import";
import type { SourceFile } from "../data/source-file";
import { UnreadableFileError } from "../data/source-file";
import {
  deleteUpload,
  findUpload,
  readPart,
  saveReport,
  type UploadedFile,
  uploadedFiles,
} from "../data/uploads";
import type { Mapping } from "../domain/mapping";
import type { Alias } from "../domain/report";
import { MissingColumnsError } from "../domain/row-reader";
import { parseMapping } from "../schema";
import { importFiles } from "./import-files";

/** An uploaded file as a stream of its parts; read on the primary, a replica may be behind. */
function storedFile(scope: Scope, file: UploadedFile): SourceFile {
  async function* parts() {
    for (let part = 0; part < file.parts; part++)
      yield await write(scope, (tx) => readPart(tx, file.id, part));
  }
  return { name: file.name, open: () => Readable.from(parts(), { objectMode: false }) };
}

async function loadUpload(
  scope: Scope,
  id: string,
): Promise<{ mapping: Mapping; files: SourceFile[] }> {
  return write(scope, async (tx) => {
    const upload = await findUpload(tx, id);
    if (!upload) throw new NotFoundError();
    const files = await uploadedFiles(tx, id);
    const partial = files.find(({ size, kept }) => size !== kept);
    if (partial) throw new AppError("importPartial", { file: partial.name });
    if (files.length === 0) throw new AppError("importNoFiles");
    const mapping = parseMapping(JSON.stringify(upload.mapping));
    return { mapping, files: files.map((file) => storedFile(scope, file)) };
  });
}

/** What a person can mend becomes an AppError; anything else stays a bug. */
function explained(error: unknown): unknown {
  if (error instanceof MissingColumnsError)
    return new AppError("importColumns", { file: error.file, columns: error.columns.join(", ") });
  if (error instanceof UnreadableFileError)
    return new AppError("importUnreadable", { file: error.file, reason: error.reason });
  if (error instanceof Error && error.message.includes("unit_cycle"))
    return new AppError("importUnitCycle");
  return error;
}

export type RunOptions = {
  aliases: readonly Alias[];
  onProgress: (progress: Progress) => void;
};

/** Checks an upload: a dry run whose report and rejected rows are kept for the review page. */
export async function checkUpload(scope: Scope, id: string, options: RunOptions): Promise<void> {
  try {
    const upload = await loadUpload(scope, id);
    const { report, rejections } = await importFiles(
      { ...upload, ...options, dryRun: true },
      scope,
    );
    await write(scope, async (tx) => {
      await saveReport(tx, id, report);
      await saveRejections(tx, { uploadId: id }, rejections);
    });
  } catch (error) {
    throw explained(error);
  }
}

/** Imports an upload and removes its files; returns the batch. */
export async function confirmUpload(
  scope: Scope,
  id: string,
  options: RunOptions,
): Promise<string> {
  try {
    const upload = await loadUpload(scope, id);
    const { report } = await importFiles({ ...upload, ...options }, scope);
    await write(scope, (tx) => deleteUpload(tx, id));
    return report.batchId ?? "";
  } catch (error) {
    throw explained(error);
  }
}
