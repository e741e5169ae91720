import { describe, expect, it } from "vitest";
import { KnownValues } from "@/lib/imports/domain/known-values";

describe("KnownValues", () => {
  it("notes unexpected values once, with how often and what they may mean", () => {
    const known = new KnownValues("a.csv", "sector", ["retail", "technology"]);
    const values = ["technolgy", "Retail", "technolgy", "mining"];
    for (const [at, value] of values.entries()) known.note(value, at + 2);
    expect(known.notes()).toEqual([
      {
        file: "a.csv",
        column: "sector",
        value: "technolgy",
        suggestion: "technology",
        rows: 2,
        firstRow: 2,
      },
      { file: "a.csv", column: "sector", value: "mining", suggestion: null, rows: 1, firstRow: 5 },
    ]);
  });

  it("knows countries in English and Chinese", () => {
    const known = new KnownValues("a.csv", "country", "countries");
    for (const value of ["Philippines", "菲律宾", "China", "Korea", "United States"])
      known.note(value, 2);
    expect(known.notes()).toEqual([]);
    known.note("Philipines", 3);
    expect(known.notes()).toMatchObject([{ suggestion: "Philippines" }]);
  });
});
