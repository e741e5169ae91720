import { z } from "zod";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { organisation } from "@/lib/settings/data/organisation";
import {
  findBatch,
  latestMappings,
  listBatches,
  listRejections,
  waitingUploads,
} from "../data/batch-list";
import { exampleMappings } from "../data/example-mappings";
import { storedCounts, storedFiles, storedNotes, storedReport } from "../data/stored-report";
import { findUpload, uploadedFiles } from "../data/uploads";

type Window = { limit: number; offset: number };

const mappingHead = z.object({ source: z.string(), title: z.string().optional() });

/** Times are shown in the organisation's zone. */
async function timeZone(tx: Tx): Promise<string> {
  return (await organisation(tx)).timeZone;
}

/** The Data page: mappings to choose from, uploads that wait, and what has been imported. */
export async function dataPage(scope: Scope, window: Window) {
  return read(scope, async (tx) => {
    const { batches, total } = await listBatches(tx, window);
    const earlier = await latestMappings(tx);
    const waiting = await waitingUploads(tx);
    return {
      total,
      timeZone: await timeZone(tx),
      batches: batches.map(({ counts, files, ...batch }) => ({
        ...batch,
        counts: storedCounts.parse(counts),
        files: storedFiles.parse(files).map(({ name }) => name),
      })),
      earlier: earlier.map(({ id, source, title }) => ({
        value: `batch:${id}`,
        title: title ?? source,
      })),
      examples: Object.entries(exampleMappings).map(([value, { title }]) => ({ value, title })),
      waiting: waiting.map(({ id, mapping, createdAt, files }) => {
        const { source, title } = mappingHead.parse(mapping);
        return { id, title: title ?? source, createdAt, files: files.map(({ name }) => name) };
      }),
    };
  });
}

/** An upload under review: its report if it has been checked, and a page of its rejected rows. */
export async function reviewPage(scope: Scope, id: string, window: Window) {
  return read(scope, async (tx) => {
    const upload = await findUpload(tx, id);
    if (!upload) return null;
    const { source, title } = mappingHead.parse(upload.mapping);
    return {
      title: title ?? source,
      timeZone: await timeZone(tx),
      uploaded: await uploadedFiles(tx, id),
      report: upload.report === null ? null : storedReport.parse(upload.report),
      rejected: await listRejections(tx, { uploadId: id }, window),
    };
  });
}

/** A confirmed import with its counts, notes and a page of the rows it rejected. */
export async function batchPage(scope: Scope, id: string, window: Window) {
  return read(scope, async (tx) => {
    const batch = await findBatch(tx, id);
    if (!batch) return null;
    return {
      ...batch,
      timeZone: await timeZone(tx),
      title: batch.title ?? batch.source,
      counts: storedCounts.parse(batch.counts),
      sourceFiles: storedFiles.parse(batch.files),
      notes: storedNotes.parse(batch.notes),
      rejected: await listRejections(tx, { batchId: id }, window),
    };
  });
}
