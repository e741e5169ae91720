/**
 * Rows and cells of a block copied from a spreadsheet: tabs between cells, line ends between rows,
 * cells with tabs, line ends or quotes inside stand in double quotes (doubled inside). The line end
 * after the last row is not a row. Always at least one row with one cell.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const found = quoted.exec(source);
    const plain = found ? null : (/[^\t\n]*/y.exec(source.slice(at))?.[0] ?? "");
    rows.at(-1)?.push(found ? (found[1] ?? "").replaceAll('""', '"') : (plain ?? ""));
    at += found ? found[0].length : (plain ?? "").length;
    if (at >= source.length) return rows;
    if (source[at] === "\n") rows.push([]);
    at += 1;
  }
}

/** The opposite of parseBlock: what a spreadsheet takes. */
export function formatBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}
