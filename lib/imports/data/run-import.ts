import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { importKinds } from "../domain/import-kinds";
import type { Mapping } from "../domain/mapping";
import { matchFiles } from "../domain/match-files";
import {
  type Alias,
  type AliasProposal,
  type BlankNote,
  type ImportReport,
  type KeptRejection,
  type KindCounts,
  noCounts,
  sumByKind,
} from "../domain/report";
import { applyStage } from "./apply-stage";
import { closeBatch, ensureStages, openBatch, saveAliases, saveRejections } from "./batches";
import { type Feed, type OpenedFile, openFeeds, readFile } from "./read-stages";
import { collectRefused, RejectionLog } from "./rejection-log";
import { openRun } from "./run-context";
import { monthsOfSales } from "./sales";
import { detectFormat, readHeader, type SourceFile } from "./source-file";

export type Progress =
  | { step: "read"; file: string; rows: number }
  | { step: "apply"; kind: string };

export type ImportRequest = {
  mapping: Mapping;
  files: readonly SourceFile[];
  /** Aliases a person has confirmed, or all clear proposals. */
  aliases: readonly Alias[] | "all clear";
  batch: string;
  userId: string | null;
  onProgress?: (progress: Progress) => void;
  /** Told the months that sale lines will be written in, by their first day, before any is. */
  onMonths?: (months: readonly string[]) => Promise<void>;
};

export type ImportResult = { report: ImportReport; rejections: readonly KeptRejection[] };

/** Finds out encoding, delimiter and columns of the files, before any transaction is opened. */
export async function openFiles(
  mapping: Mapping,
  files: readonly SourceFile[],
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const source of files) {
    const { encoding, delimiter } = formatGiven(mapping, source.name);
    const format = await detectFormat(source, encoding, delimiter);
    opened.push({ source, format, header: await readHeader(source, format) });
  }
  return opened;
}

function formatGiven(mapping: Mapping, name: string) {
  const match = matchFiles(mapping, [{ name, header: [] }]);
  const [entry] = match.files.keys();
  return {
    encoding: entry?.encoding ?? mapping.defaults.encoding,
    delimiter: entry?.delimiter ?? mapping.defaults.delimiter,
  };
}

/**
 * Imports files in the given transaction: reads all of them into temporary tables, then applies the
 * entries of the mapping kind by kind. Whoever opened the transaction keeps or discards the result.
 */
export async function runImport(
  tx: Tx,
  files: readonly OpenedFile[],
  request: ImportRequest,
): Promise<ImportResult> {
  const started = performance.now();
  const { mapping, batch, userId, onProgress } = request;
  const named = files.map(({ source, header, format }) => ({
    name: source.name,
    header,
    delimiter: format.delimiter,
  }));
  const match = matchFiles(mapping, named);
  const run = await openRun(tx, mapping, batch);
  await openBatch(tx, batch, mapping, named, userId);
  await ensureStages(tx, mapping, batch);
  const accepted = request.aliases === "all clear" ? [] : [...request.aliases];
  await saveAliases(tx, mapping.source, accepted, userId);

  const log = new RejectionLog();
  const filesOf = (entry: Mapping["entries"][number]) =>
    (match.files.get(entry) ?? []).map((file) => named.indexOf(file as (typeof named)[number]));
  const feeds = await openFeeds(tx, mapping, files, filesOf, run.currency);
  for (const [at, file] of files.entries()) {
    const onRows = (rows: number) => onProgress?.({ step: "read", file: file.source.name, rows });
    await readFile(tx, file, at, feeds, log, onRows);
  }

  const months: string[] = [];
  for (const { stage } of feeds) months.push(...(await monthsOfSales(tx, stage)));
  await request.onMonths?.([...new Set(months)].sort());

  feeds.sort((a, b) => importKinds.indexOf(a.entry.kind) - importKinds.indexOf(b.entry.kind));
  const counts: KindCounts[] = [];
  const proposals: AliasProposal[] = [];
  for (const feed of feeds) {
    onProgress?.({ step: "apply", kind: feed.entry.kind });
    const acceptAll = request.aliases === "all clear";
    const outcome = await applyStage(tx, feed.stage, run, acceptAll, userId);
    accepted.push(...outcome.aliases);
    proposals.push(...outcome.proposals);
    counts.push({
      ...noCounts(feed.entry.kind),
      ...outcome.counted,
      repeated: feed.repeated + outcome.repeated,
      leftOut: feed.leftOut,
    });
    if (outcome.booked) counts.push({ ...noCounts("sales"), ...outcome.booked });
  }
  await collectRefused(tx, feeds, files, log);
  for (const feed of feeds) counts.push({ ...noCounts(feed.entry.kind), rejected: feed.rejected });

  const rejections = log.sorted();
  const report: ImportReport = {
    batchId: batch,
    counts: sumByKind(counts),
    files: named,
    unmatched: match.unmatched.map(({ name }) => name),
    missing: match.missing,
    proposals: mergeProposals(proposals),
    aliases: accepted,
    valueNotes: feeds.flatMap(({ notes }) => notes),
    blankNotes: await blankNotes(tx, feeds, files),
    milliseconds: Math.round(performance.now() - started),
  };
  await saveRejections(tx, { batchId: batch }, rejections);
  await closeBatch(tx, batch, report);
  return { report, rejections };
}

/** The same proposal from several fields or entries is one question. */
function mergeProposals(all: readonly AliasProposal[]): AliasProposal[] {
  const merged = new Map<string, AliasProposal>();
  for (const each of all) {
    const key = JSON.stringify([each.kind, each.value.toLowerCase(), each.target]);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, rows: before.rows + each.rows } : each);
  }
  return [...merged.values()];
}

const blankRow = z.array(z.record(z.string(), z.coerce.number()));

/** How often cells are blank that the mapping reads without a default, in customers, deals and sales. */
async function blankNotes(
  tx: Tx,
  feeds: readonly Feed[],
  files: readonly OpenedFile[],
): Promise<BlankNote[]> {
  const notes: BlankNote[] = [];
  for (const { entry, stage, readers } of feeds) {
    if (!["customers", "deals", "sales"].includes(entry.kind) || stage.fields.length === 0)
      continue;
    const parts = stage.fields.map((field) =>
      Prisma.raw(`count(*) FILTER (WHERE "f_${field}" IS NULL)::int AS "${field}"`),
    );
    const [row = {}] = blankRow.parse(
      await tx.$queryRaw`SELECT ${Prisma.join(parts)} FROM ${stage.table} WHERE reason IS NULL`,
    );
    const [at = 0] = readers.keys();
    for (const [field, rows] of Object.entries(row)) {
      const column = readers.get(at)?.columnsOf[field] ?? field;
      const file = files[at]?.source.name ?? "";
      const known = notes.some((note) => note.file === file && note.column === column);
      if (rows > 0 && !known) notes.push({ kind: entry.kind, file, column, rows });
    }
  }
  return notes;
}
