import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import {
  detectFormat,
  fileInMemory,
  readRows,
  UnreadableFileError,
} from "@/lib/imports/data/source-file";

async function rowsOf(content: string | Buffer) {
  const file = fileInMemory("t.csv", content);
  const format = await detectFormat(file);
  const rows: string[][] = [];
  for await (const { cells } of readRows(file, format)) rows.push(cells);
  return { format, rows };
}

const expected = [
  ["名称", "备注"],
  ["甲公司", "第一行\n第二行, 含逗号"],
  ["乙", 'a "quoted" word'],
];
const text = '名称,备注\r\n甲公司,"第一行\n第二行, 含逗号"\r\n\r\n乙,"a ""quoted"" word"\r\n';

describe("readRows", () => {
  it("reads UTF-8 with CRLF, quoted newlines and quotes", async () => {
    expect(await rowsOf(text)).toMatchObject({
      rows: expected,
      format: { encoding: "utf-8", bom: false, delimiter: "," },
    });
  });

  it("drops a byte order mark", async () => {
    expect(await rowsOf(`\ufeff${text}`)).toMatchObject({ rows: expected, format: { bom: true } });
  });

  it("recognises GB18030", async () => {
    const { rows, format } = await rowsOf(iconv.encode(text, "gb18030"));
    expect(format.encoding).toBe("gb18030");
    expect(rows).toEqual(expected);
  });

  it("recognises GB18030 that starts late in the file", async () => {
    const plain = `a,b\n${"x,y\n".repeat(100_000)}`;
    const { rows, format } = await rowsOf(
      Buffer.concat([Buffer.from(plain), iconv.encode("甲,乙\n", "gb18030")]),
    );
    expect(format.encoding).toBe("gb18030");
    expect(rows.at(-1)).toEqual(["甲", "乙"]);
  });

  it.each(["utf-16le", "utf-16be"])("reads %s with its mark", async (encoding) => {
    const { rows } = await rowsOf(iconv.encode(text, encoding, { addBOM: true }));
    expect(rows).toEqual(expected);
  });

  it("unpacks gzip", async () => {
    expect((await rowsOf(gzipSync(text))).rows).toEqual(expected);
  });

  it("finds the delimiter", async () => {
    const { rows, format } = await rowsOf('"a,b";c;d\n1;2,5;3\n');
    expect(format.delimiter).toBe(";");
    expect(rows[1]).toEqual(["1", "2,5", "3"]);
  });

  it("has no rows in an empty file", async () => {
    expect((await rowsOf("")).rows).toEqual([]);
  });

  it("says when a quote is never closed or an archive is broken", async () => {
    await expect(rowsOf('a,b\n"x,y\n')).rejects.toThrow(UnreadableFileError);
    const broken = gzipSync(text.repeat(100)).subarray(0, 60);
    await expect(rowsOf(broken)).rejects.toThrow(UnreadableFileError);
  });
});
