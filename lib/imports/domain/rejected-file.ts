import { rejectedColumn } from "./rejection";
import type { KeptRejection, ReadFile } from "./report";

function cell(value: string, delimiter: string): string {
  const plain = !value.includes(delimiter) && !/["\r\n]/.test(value) && value.trim() === value;
  return plain ? value : `"${value.replaceAll('"', '""')}"`;
}

/**
 * The rejected rows of one file in that file's own columns and delimiter, each row once, with a last
 * column that says what is wrong. UTF-8 with a mark, so that spreadsheets read it right; mended, it can
 * be imported by the same mapping. Cells are written as they were: it is the company's own file.
 */
export function rejectedFile(
  file: ReadFile,
  rejections: readonly KeptRejection[],
  explain: (rejection: KeptRejection) => string,
): string {
  const header = file.header.filter((name) => name.trim() !== rejectedColumn);
  const rows = new Map<number, { cells: readonly string[]; reasons: string[] }>();
  for (const rejection of rejections) {
    if (rejection.file !== file.name) continue;
    const before = rows.get(rejection.row);
    const reasons = [...(before?.reasons ?? []), explain(rejection)];
    rows.set(rejection.row, { cells: rejection.cells, reasons: [...new Set(reasons)] });
  }
  const lines = [[...header, rejectedColumn], ...[...rows.values()].map((row) => fullRow(row))];
  const text = lines.map((line) =>
    line.map((value) => cell(value, file.delimiter)).join(file.delimiter),
  );
  return `\ufeff${text.join("\r\n")}\r\n`;

  function fullRow({ cells, reasons }: { cells: readonly string[]; reasons: string[] }): string[] {
    // A row with a wrong number of cells keeps all of them; the reason goes behind.
    const kept = cells.length > file.header.length ? [...cells] : cells.slice(0, header.length);
    while (kept.length < header.length) kept.push("");
    return [...kept, reasons.join("; ")];
  }
}
