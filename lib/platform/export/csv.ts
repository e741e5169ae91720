import type { FieldType, FieldValue, HeadedColumn } from "@/lib/shared/list-field";

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, also from a CSV file; the
 * apostrophe makes it text. Numbers of ours keep their minus sign. The full-width signs count where a
 * Chinese or Japanese input method is usual. Source: OWASP, CSV Injection.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** One cell: text made harmless, quoted where it must be (RFC 4180). */
export function csvCell(value: FieldValue, type: FieldType): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = type === "text" && FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its end. */
export function csvLine(values: readonly FieldValue[], types: readonly FieldType[]): string {
  return `${values.map((value, index) => csvCell(value, types[index] ?? "text")).join(",")}\r\n`;
}

/** Rows as UTF-8 CSV with a byte order mark, which Excel and WPS need to read Chinese right. */
export function csvStream(
  columns: readonly HeadedColumn[],
  rows: AsyncIterable<readonly FieldValue[]>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const types = columns.map((column) => column.type);
  async function* chunks() {
    const headings = columns.map((column) => column.heading);
    let text = `\uFEFF${csvLine(
      headings,
      headings.map(() => "text"),
    )}`;
    for await (const row of rows) {
      text += csvLine(row, types);
      if (text.length < 32_768) continue;
      yield encoder.encode(text);
      text = "";
    }
    yield encoder.encode(text);
  }
  return streamOf(chunks());
}

/** A stream that asks for the next chunk when the reader is ready, and ends the source when it leaves. */
function streamOf(
  chunks: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
