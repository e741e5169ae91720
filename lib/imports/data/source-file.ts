import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import iconv from "iconv-lite";
import type { Delimiter, Encoding } from "../domain/mapping";

/** A file that can be read as often as needed, wherever its bytes are kept. */
export type SourceFile = { name: string; open: () => Readable };

/** A file on disk. */
export function fileOnDisk(path: string, name = basename(path)): SourceFile {
  return { name, open: () => createReadStream(path) };
}

/** A file held in memory; for tests and small texts. */
export function fileInMemory(name: string, content: string | Buffer): SourceFile {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return { name, open: () => Readable.from([bytes], { objectMode: false }) };
}

/** Why a file cannot be read at all: a broken quote, a broken archive. */
export class UnreadableFileError extends Error {
  readonly reason: string;

  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${file}: ${reason}`, { cause });
    this.name = "UnreadableFileError";
    this.reason = reason;
  }
}

export type FileFormat = {
  encoding: Exclude<Encoding, "auto">;
  bom: boolean;
  delimiter: Delimiter;
};

/** The bytes of a file, unpacked when it is gzip (by its content, not its name). */
async function* bytesOf(file: SourceFile): AsyncGenerator<Buffer> {
  const source = file.open();
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const head: Buffer = Buffer.from(first.value);
  const rest = (async function* () {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next())
      yield Buffer.from(next.value);
  })();
  const zipped = head[0] === 0x1f && head[1] === 0x8b;
  if (!zipped) yield* rest;
  else yield* pipeline(Readable.from(rest), createGunzip(), () => {});
}

/**
 * How a file is written. "auto" takes a byte order mark at its word, then UTF-8 if every byte of
 * the file is valid UTF-8, else GB18030. The delimiter is the commonest one of the first line.
 */
export async function detectFormat(
  file: SourceFile,
  encoding: Encoding = "auto",
  delimiter?: Delimiter,
): Promise<FileFormat> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let head: Buffer | null = null;
  let utf8 = true;
  try {
    for await (const chunk of bytesOf(file)) {
      head ??= chunk.subarray(0, 65536);
      if (encoding !== "auto" || head.indexOf(0) >= 0) break;
      decoder.decode(chunk, { stream: true });
    }
    if (encoding === "auto") decoder.decode();
  } catch (error) {
    if (
      !(error instanceof TypeError) ||
      !("code" in error) ||
      error.code !== "ERR_ENCODING_INVALID_ENCODED_DATA"
    )
      throw new UnreadableFileError(file.name, error);
    utf8 = false;
  }
  const start = head ?? Buffer.alloc(0);
  const marked = markedEncoding(start);
  const found = encoding === "auto" ? (marked ?? (utf8 ? "utf-8" : "gb18030")) : encoding;
  const text = iconv.decode(start, decoderName(found, start));
  return {
    encoding: found,
    bom: marked !== null,
    delimiter: delimiter ?? commonestDelimiter(text),
  };
}

function markedEncoding(start: Buffer): "utf-8" | "utf-16" | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    return "utf-16";
  return null;
}

function decoderName(encoding: FileFormat["encoding"], start: Buffer): string {
  if (encoding !== "utf-16") return encoding;
  return start[0] === 0xfe ? "utf-16be" : "utf-16le";
}

function commonestDelimiter(text: string): Delimiter {
  const line = text.split(/\r?\n/, 1)[0]?.replace(/"[^"]*"/g, "") ?? "";
  const count = (sign: Delimiter) => line.split(sign).length - 1;
  const signs: Delimiter[] = [",", ";", "\t", "|"];
  return signs.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** A row and its number as a spreadsheet shows it: the header is row 1, quoted newlines do not count. */
export type RawRow = { row: number; cells: string[] };

/**
 * The rows of a delimited file, header first, read as a stream: memory does not grow with the file.
 * Quoted fields, doubled quotes, newlines inside quotes, LF and CRLF are understood; empty lines
 * are passed over. Throws UnreadableFileError.
 */
export async function* readRows(file: SourceFile, format: FileFormat): AsyncGenerator<RawRow> {
  const start = format.encoding === "utf-16" ? await firstBytes(file) : Buffer.alloc(0);
  const parser = parse({
    bom: true,
    delimiter: format.delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 10_000_000,
  });
  const text = iconv.decodeStream(decoderName(format.encoding, start));
  pipeline(Readable.from(bytesOf(file)), text, parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser) yield { row: ++row, cells: cells as string[] };
  } catch (error) {
    throw new UnreadableFileError(file.name, error);
  }
}

async function firstBytes(file: SourceFile): Promise<Buffer> {
  for await (const chunk of bytesOf(file)) return chunk.subarray(0, 4);
  return Buffer.alloc(0);
}

/** The column names of a file; an empty file has none. */
export async function readHeader(file: SourceFile, format: FileFormat): Promise<string[]> {
  for await (const { cells } of readRows(file, format)) return cells;
  return [];
}
