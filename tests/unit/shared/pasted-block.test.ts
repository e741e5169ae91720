import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBlock, parseBlock } from "@/lib/shared/pasted-block";
import { propertyRuns } from "@/tests/setup/thoroughness";

describe("a block from a spreadsheet", () => {
  it("has rows and cells", () => {
    expect(parseBlock("1\t2\n3\t4\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("may have Windows line ends, empty cells and rows of different length", () => {
    expect(parseBlock("1\t\t3\r\n\r\n5")).toEqual([["1", "", "3"], [""], ["5"]]);
  });

  it("keeps tabs, line ends and quotes of quoted cells", () => {
    expect(parseBlock('"a\tb"\t"c\nd"\t"say ""hi"""')).toEqual([["a\tb", "c\nd", 'say "hi"']]);
  });

  it("takes a quote inside a plain cell as it is", () => {
    expect(parseBlock('5" pipe\t"half')).toEqual([['5" pipe', '"half']]);
  });

  it("has one empty cell for no text", () => {
    expect(parseBlock("")).toEqual([[""]]);
  });

  it("survives copy and paste whatever its cells hold", () => {
    const cell = fc.string().map((text) => text.replaceAll("\r", ""));
    const row = fc.array(cell, { minLength: 1, maxLength: 5 });
    const full = (rows: string[][]) => !(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === "");
    const block = fc.array(row, { minLength: 1, maxLength: 5 }).filter(full);
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseBlock(formatBlock(rows))).toEqual(rows);
      }),
      { numRuns: propertyRuns() },
    );
  });
});
