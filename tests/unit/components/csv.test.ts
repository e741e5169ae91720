import { describe, expect, it } from "vitest";
import { csvText } from "@/components/charts/csv";

describe("csvText", () => {
  it("starts with a byte order mark, ends lines with CRLF, quotes where needed", () => {
    expect(
      csvText(
        ["name", "value"],
        [
          ['a "b", c', 1.5],
          ["销售", null],
        ],
      ),
    ).toBe('\ufeffname,value\r\n"a ""b"", c",1.5\r\n销售,\r\n');
  });
  it("disarms texts a spreadsheet would run, but keeps negative numbers", () => {
    expect(csvText(["x"], [["=1+1"], ["＝1+1"], ["-5"], [-5]])).toBe(
      "\ufeffx\r\n'=1+1\r\n'＝1+1\r\n-5\r\n-5\r\n",
    );
  });
});
