import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { rejectionReasons } from "../domain/rejection";
import type { KeptRejection } from "../domain/report";
import type { Feed, OpenedFile } from "./read-stages";
import { readRows } from "./source-file";

/** As many rejections are kept with their cells; beyond them a mapping is wrong, not the rows. */
export const keptRejections = 100_000;

/** Collects rejected rows in the order of file and row, up to a limit. */
export class RejectionLog {
  private readonly kept: KeptRejection[] = [];

  add(rejection: KeptRejection): void {
    if (this.kept.length < keptRejections) this.kept.push(rejection);
  }

  get room(): number {
    return keptRejections - this.kept.length;
  }

  /** All kept rejections by file and row. */
  sorted(): KeptRejection[] {
    return this.kept.sort((a, b) => a.file.localeCompare(b.file) || a.row - b.row);
  }
}

const refusedRow = z.array(
  z.object({
    file: z.number(),
    row: z.number(),
    reason: z.enum(rejectionReasons),
    field: z.string(),
    value: z.string(),
  }),
);
const countRow = z.array(z.object({ count: z.coerce.number() }));

/** The rows refused by comparison with the database, with their cells read from the file once more. */
export async function collectRefused(
  tx: Tx,
  feeds: readonly Feed[],
  files: readonly OpenedFile[],
  log: RejectionLog,
): Promise<void> {
  const wanted = new Map<number, Map<number, Omit<KeptRejection, "cells">[]>>();
  for (const feed of feeds) {
    const { table } = feed.stage;
    const [total] = countRow.parse(
      await tx.$queryRaw`SELECT count(*) FROM ${table} WHERE reason IS NOT NULL`,
    );
    feed.rejected += total?.count ?? 0;
    const rows = refusedRow.parse(
      await tx.$queryRaw`SELECT file, row, reason, bad_field AS field, bad_value AS value FROM ${table}
        WHERE reason IS NOT NULL ORDER BY file, row LIMIT ${log.room}`,
    );
    for (const { file, row, reason, field, value } of rows) {
      const column = feed.readers.get(file)?.columnsOf[field] || field;
      const name = files[file]?.source.name ?? "";
      const byRow = wanted.get(file) ?? new Map<number, Omit<KeptRejection, "cells">[]>();
      wanted.set(file, byRow);
      const same = byRow.get(row) ?? [];
      byRow.set(row, [...same, { file: name, row, reason, column, value, kind: feed.entry.kind }]);
    }
  }
  for (const [at, rows] of wanted) {
    const file = files[at];
    if (file) await addCells(file, rows, log);
  }
}

async function addCells(
  file: OpenedFile,
  rows: ReadonlyMap<number, Omit<KeptRejection, "cells">[]>,
  log: RejectionLog,
): Promise<void> {
  let left = rows.size;
  for await (const { row, cells } of readRows(file.source, file.format)) {
    const rejections = rows.get(row);
    if (rejections === undefined) continue;
    for (const rejection of rejections) log.add({ ...rejection, cells });
    if (--left === 0) break;
  }
}
