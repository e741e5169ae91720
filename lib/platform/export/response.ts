import "server-only";
import { logger } from "@/lib/platform/logger";
import type { FieldValue, HeadedColumn, ListField } from "@/lib/shared/list-field";
import { csvStream } from "./csv";
import { ReaderGone, rowStream } from "./row-stream";
import { xlsxStream } from "./xlsx";

/** A list ready to be written: its name, its headings and its rows, read while they are sent. */
export type ExportSource = {
  title: string;
  columns: readonly HeadedColumn[];
  rows: AsyncIterable<readonly FieldValue[]>;
};

/** Puts a list together from its columns, their headings and a reader of its rows. */
export function exportSource<Row, Id extends string>(
  title: string,
  locale: string,
  columns: readonly ListField<Row, Id>[],
  heading: (id: Id) => string,
  each: (use: (rows: readonly Row[]) => Promise<void>) => Promise<void>,
): ExportSource {
  async function* rows() {
    try {
      for await (const row of rowStream(each))
        yield columns.map((column) => column.value(row, locale));
    } catch (error) {
      // The status has been sent by now: the broken transfer is what tells the browser.
      if (!(error instanceof ReaderGone)) logger.error({ err: error }, "an export failed");
      throw error;
    }
  }
  const headed = columns.map(({ id, type }) => ({ heading: heading(id), type }));
  return { title, columns: headed, rows: rows() };
}

const TYPE = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The file as a download, sent while it is read. */
export function exportResponse(
  { title, columns, rows }: ExportSource,
  format: "csv" | "xlsx",
): Response {
  const body = format === "csv" ? csvStream(columns, rows) : xlsxStream(title, columns, rows);
  const name = `${title}.${format}`;
  return new Response(body, {
    headers: {
      "content-type": TYPE[format],
      "content-disposition": `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
