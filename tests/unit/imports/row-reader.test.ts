import { describe, expect, it } from "vitest";
import { contentHash } from "@/lib/imports/data/row-identity";
import { MissingColumnsError, rowReader } from "@/lib/imports/domain/row-reader";
import { parseMapping } from "@/lib/imports/schema";

function readerOf(entry: object, header: string[], defaults: object = {}) {
  const text = JSON.stringify({ version: 1, source: "s", defaults, entries: [entry] });
  const mapping = parseMapping(text);
  const [first] = mapping.entries;
  if (first === undefined) throw new Error("no entry");
  return rowReader(mapping, first, header, contentHash);
}

const sales = {
  file: "s.csv",
  kind: "sales",
  fields: {
    soldOn: { from: "Date", dateFormats: ["d/M/yyyy"] },
    customer: { from: "Customer", integer: true, values: { none: "" }, blank: ["N/A"] },
    product: { from: ["Code", "Text"] },
    quantity: { from: "Qty", numberFormat: "1,234.5" },
    unit: { const: "Shop" },
  },
};
const header = ["Date", "Customer", "Code", "Text", "Qty"];

describe("rowReader", () => {
  it("reads dates, ids, constants and the first filled column", () => {
    const reader = readerOf(sales, header);
    expect(reader.contentIds).toBe(true);
    const outcome = reader.read(["1/3/2017", "17850.0", " ", "Lamp", "1,234"]);
    expect(outcome).toMatchObject({
      is: "row",
      row: { values: ["2017-03-01", "17850", "Lamp", "1234", "Shop"] },
    });
  });

  it("reads blanks and aliases to blank as nothing", () => {
    const reader = readerOf(sales, header);
    for (const blank of ["", "N/A", "None"]) {
      const outcome = reader.read(["1/3/2017", blank, "a", "", ""]);
      expect(outcome).toMatchObject({ row: { values: ["2017-03-01", null, "a", null, "Shop"] } });
    }
  });

  it("rejects with column, value and reason", () => {
    const reader = readerOf(sales, header);
    expect(reader.read(["31/2/2017", "1", "a", "", "1"])).toEqual({
      is: "rejected",
      rejection: { reason: "date", column: "Date", value: "31/2/2017" },
    });
    expect(reader.read(["1/3/2017", "1", "a", "", "1,2"])).toMatchObject({
      rejection: { reason: "number", column: "Qty", value: "1,2" },
    });
    expect(reader.read(["", "1", "a", "", "1"])).toMatchObject({
      rejection: { reason: "required", column: "Date" },
    });
    expect(reader.read(["1/3/2017", "1"])).toMatchObject({ rejection: { reason: "columns" } });
  });

  it("gives equal rows the same content id and ignores the column of a rejected-rows file", () => {
    const plain = readerOf(sales, header).read(["1/3/2017", "1", "a", "", "1"]);
    const mended = readerOf(sales, [...header, "_rejected"]).read([
      "1/3/2017",
      " 1",
      "a",
      "",
      "1",
      "Qty: no number",
    ]);
    expect(plain).toEqual(mended);
  });

  it("leaves out rows that do not meet the conditions", () => {
    const where = [
      { column: "Qty", is: "above", value: 0 },
      { column: "Code", is: "notMatches", pattern: "^(POST|BANK)" },
    ];
    const reader = readerOf({ ...sales, where }, header);
    expect(reader.read(["1/3/2017", "1", "a", "", "-1"])).toEqual({ is: "left out" });
    expect(reader.read(["1/3/2017", "1", "POST", "", "1"])).toEqual({ is: "left out" });
    expect(reader.read(["1/3/2017", "1", "a", "", "1"]).is).toBe("row");
  });

  it("takes the name for the id of named kinds", () => {
    const products = { file: "p.csv", kind: "products", fields: { name: { template: "{a} {b}" } } };
    expect(readerOf(products, ["a", "b"]).read(["GTX", "Pro"])).toMatchObject({
      row: { externalId: "GTX Pro" },
    });
    expect(readerOf(products, ["a", "b"]).read(["GTX", ""])).toMatchObject({
      rejection: { reason: "required", column: "{a} {b}" },
    });
  });

  it("says which columns the file does not have", () => {
    expect(() => readerOf(sales, ["Date", "Customer"])).toThrow(MissingColumnsError);
    expect(() => readerOf(sales, ["Date", "Customer"])).toThrow(/"Code", "Text", "Qty"/);
  });
});
