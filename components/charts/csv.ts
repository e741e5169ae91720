type CsvCell = string | number | null;

/** One CSV cell: quoted when needed; a text that a spreadsheet would run as a formula gets a quote mark. */
function csvCell(value: CsvCell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe =
    /^[=+\-@＝＋－＠\t\r\n]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV text with a byte order mark (Excel reads it as UTF-8) and CRLF line ends. */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
