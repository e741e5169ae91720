import { describe, expect, it } from "vitest";
import { csvCell, csvStream } from "@/lib/platform/export/csv";
import { ReaderGone, rowStream } from "@/lib/platform/export/row-stream";

describe("a cell of a CSV export", () => {
  it.each(["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "＠x"])(
    "%j becomes text that no spreadsheet runs",
    (text) => expect(csvCell(text, "text").replace(/^"/, "")).toMatch(/^'/),
  );

  it("leaves numbers, dates and harmless text alone", () => {
    expect(csvCell(-12.5, "amount")).toBe("-12.5");
    expect(csvCell("2026-01-31", "date")).toBe("2026-01-31");
    expect(csvCell("上海 - 店", "text")).toBe("上海 - 店");
    expect(csvCell(null, "text")).toBe("");
  });

  it("quotes commas, quotes and line ends", () => {
    expect(csvCell('a,"b"\n', "text")).toBe('"a,""b""\n"');
    expect(csvCell('=HYPERLINK("x","y")', "text")).toBe(`"'=HYPERLINK(""x"",""y"")"`);
  });
});

describe("a CSV export", () => {
  async function* rows() {
    yield ["智能", 1, null] as const;
    yield ["-x", -1, "2026-01-01"] as const;
  }
  it("begins with a byte order mark and the headings", async () => {
    const columns = [
      { heading: "名称", type: "text" },
      { heading: "金额", type: "amount" },
      { heading: "日期", type: "date" },
    ] as const;
    const bytes = await new Response(csvStream(columns, rows())).bytes();
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      "名称,金额,日期\r\n智能,1,\r\n'-x,-1,2026-01-01\r\n",
    );
  });
});

describe("rows read while they are sent", () => {
  it("come in order, and no batch is read before the last one was taken", async () => {
    let read = 0;
    const rows = rowStream<number>(async (push) => {
      for (const batch of [[1, 2], [3], [4, 5]]) {
        read += 1;
        await push(batch);
      }
    });
    const seen: [number, number][] = [];
    for await (const row of rows) seen.push([row, read]);
    expect(seen).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 3],
    ]);
  });

  it("end the reading when nobody takes them any more", async () => {
    let ended: unknown;
    const rows = rowStream<number>(async (push) => {
      try {
        for (;;) await push([1]);
      } catch (error) {
        ended = error;
        throw error;
      }
    });
    for await (const _ of rows) break;
    expect(ended).toBeInstanceOf(ReaderGone);
  });

  it("pass on what went wrong", async () => {
    const rows = rowStream<number>(async (push) => {
      await push([1]);
      throw new Error("the connection broke");
    });
    expect(await rows.next()).toEqual({ value: 1, done: false });
    await expect(rows.next()).rejects.toThrow("the connection broke");
  });
});
