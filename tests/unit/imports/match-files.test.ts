import { describe, expect, it } from "vitest";
import { matchFiles, nameFits } from "@/lib/imports/domain/match-files";
import { parseMapping } from "@/lib/imports/schema";

const mapping = parseMapping(
  JSON.stringify({
    version: 1,
    source: "s",
    entries: [
      { file: "teams.csv", kind: "units", fields: { name: "region", type: { const: "region" } } },
      { file: "teams.csv", kind: "reps", fields: { name: "agent", unit: "region" } },
      { file: "orders-*.csv", kind: "products", fields: { name: "product" } },
    ],
  }),
);

describe("matchFiles", () => {
  it("gives a file to every entry that names it", () => {
    const teams = { name: "teams.csv", header: ["region", "agent"] };
    const { files, missing } = matchFiles(mapping, [teams]);
    expect(mapping.entries.map((entry) => files.get(entry)?.length ?? 0)).toEqual([1, 1, 0]);
    expect(missing).toEqual(["orders-*.csv"]);
  });

  it("gives several files to one pattern", () => {
    const files = ["orders-1.csv", "orders-2.csv.gz"].map((name) => ({
      name,
      header: ["product"],
    }));
    const [, , orders] = mapping.entries;
    expect(orders && matchFiles(mapping, files).files.get(orders)).toEqual(files);
  });

  it("knows a mended file by its columns", () => {
    const mended = { name: "rejected.csv", header: ["agent", "region", "_rejected"] };
    const { files, unmatched } = matchFiles(mapping, [mended]);
    expect(files.size).toBe(2);
    expect(unmatched).toEqual([]);
  });

  it("leaves a file alone that fits nothing, or more than one pattern", () => {
    const strange = { name: "x.csv", header: ["foo"] };
    const both = { name: "y.csv", header: ["region", "agent", "product"] };
    expect(matchFiles(mapping, [strange, both]).unmatched).toEqual([strange, both]);
  });

  it("takes dots in names literally", () => {
    expect(nameFits("a.csv", "axcsv")).toBe(false);
    expect(nameFits("A.CSV", "a.csv.gz")).toBe(true);
  });
});
