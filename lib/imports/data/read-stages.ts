import type { Tx } from "@/lib/platform/db/access";
import { isNamedKind } from "../domain/import-kinds";
import { KnownValues, type ValueNote } from "../domain/known-values";
import type { Mapping, MappingEntry } from "../domain/mapping";
import type { KeptRejection } from "../domain/report";
import { columnsOfEntry, type ReadRow, type RowReader, rowReader } from "../domain/row-reader";
import type { RejectionLog } from "./rejection-log";
import { contentHash } from "./row-identity";
import { type FileFormat, readRows, type SourceFile } from "./source-file";
import { createStage, loadRows, type Stage, type StagedRow } from "./stage";

/** A file with what has been found out about it. */
export type OpenedFile = { source: SourceFile; format: FileFormat; header: readonly string[] };

/** One entry of the mapping while its files are read. */
export type Feed = {
  entry: MappingEntry;
  stage: Stage;
  /** How each file (by its number) is read, for naming columns in rejections. */
  readers: Map<number, RowReader>;
  rejected: number;
  leftOut: number;
  repeated: number;
  notes: ValueNote[];
};

const batchSize = 4000;
const rememberedRows = 100_000;

/** Creates the stages of all entries that have a file. */
export async function openFeeds(
  tx: Tx,
  mapping: Mapping,
  files: readonly OpenedFile[],
  filesOf: (entry: MappingEntry) => readonly number[],
  currency: string,
): Promise<Feed[]> {
  const feeds: Feed[] = [];
  for (const [index, entry] of mapping.entries.entries()) {
    const readers = new Map<number, RowReader>();
    for (const at of filesOf(entry)) {
      const file = files[at];
      if (file) readers.set(at, rowReader(mapping, entry, file.header, contentHash));
    }
    const [first] = readers.values();
    if (first === undefined) continue;
    const stage = await createStage(tx, index, entry, first.fields, first.contentIds, currency);
    feeds.push({ entry, stage, readers, rejected: 0, leftOut: 0, repeated: 0, notes: [] });
  }
  return feeds;
}

/** Feeds one entry with the rows of one file, in batches, so that memory does not grow with the file. */
class FeedReader {
  private batch: StagedRow[] = [];
  private readonly seen = new Set<string>();
  private readonly known: { at: number; values: KnownValues }[];
  private done = false;
  private readonly readsNoColumn: boolean;
  private readonly remembers: boolean;

  constructor(
    private readonly feed: Feed,
    private readonly reader: RowReader,
    private readonly file: number,
    private readonly name: string,
    private readonly log: RejectionLog,
  ) {
    this.readsNoColumn = columnsOfEntry(feed.entry).length === 0;
    this.remembers = isNamedKind(feed.entry.kind);
    this.known = reader.fields.flatMap((field, at) => {
      const expected = feed.entry.fields[field]?.known;
      const column = reader.columnsOf[field] ?? field;
      return expected ? [{ at, values: new KnownValues(name, column, expected) }] : [];
    });
  }

  /** Takes a row; true when the batch is full. An entry of constants reads one row only. */
  take(row: number, cells: readonly string[]): boolean {
    if (this.done) return false;
    this.done = this.readsNoColumn;
    const outcome = this.reader.read(cells);
    if (outcome.is === "left out") this.feed.leftOut++;
    else if (outcome.is === "rejected") this.reject(row, cells, outcome.rejection);
    else this.accept(row, outcome.row);
    return this.batch.length >= batchSize;
  }

  private accept(row: number, read: ReadRow): void {
    for (const { at, values } of this.known) {
      const value = read.values[at];
      if (value) values.note(value, row);
    }
    if (this.remembers) {
      const content = [read.externalId, ...read.values].join("\u001f");
      if (this.seen.has(content)) {
        this.feed.repeated++;
        return;
      }
      if (this.seen.size < rememberedRows) this.seen.add(content);
    }
    this.batch.push({ file: this.file, row, read });
  }

  private reject(
    row: number,
    cells: readonly string[],
    why: Omit<KeptRejection, "file" | "row" | "kind" | "cells">,
  ): void {
    this.feed.rejected++;
    this.log.add({ ...why, file: this.name, row, kind: this.feed.entry.kind, cells });
  }

  async flush(tx: Tx): Promise<void> {
    await loadRows(tx, this.feed.stage, this.batch);
    this.batch = [];
  }

  finish(): void {
    this.feed.notes.push(...this.known.flatMap(({ values }) => values.notes()));
  }
}

/** Reads a file once for all entries that use it. */
export async function readFile(
  tx: Tx,
  file: OpenedFile,
  at: number,
  feeds: readonly Feed[],
  log: RejectionLog,
  onRows: (rows: number) => void,
): Promise<void> {
  const readers = feeds.flatMap((feed) => {
    const reader = feed.readers.get(at);
    return reader ? [new FeedReader(feed, reader, at, file.source.name, log)] : [];
  });
  if (readers.length === 0) return;
  for await (const { row, cells } of readRows(file.source, file.format)) {
    if (row === 1) continue;
    for (const reader of readers) if (reader.take(row, cells)) await reader.flush(tx);
    if (row % 5000 === 0) onRows(row);
  }
  for (const reader of readers) {
    await reader.flush(tx);
    reader.finish();
  }
}
