import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MappingError, parseMapping } from "@/lib/imports/schema";

function problemsOf(mapping: unknown): readonly string[] {
  try {
    parseMapping(JSON.stringify(mapping));
  } catch (error) {
    if (error instanceof MappingError) return error.problems;
    throw error;
  }
  return [];
}

const entry = { file: "a.csv", kind: "products", fields: { name: "Name" } };

describe("parseMapping", () => {
  it("reads a column name as the short form of a field", () => {
    const mapping = parseMapping(JSON.stringify({ version: 1, source: "s", entries: [entry] }));
    expect(mapping.entries[0]?.fields.name).toEqual({ from: ["Name"] });
    expect(mapping.defaults).toEqual({});
  });

  it.each(["maven-crm", "online-retail"])("accepts the example %s", (name) => {
    const text = readFileSync(`docs/examples/${name}.mapping.json`, "utf8");
    expect(parseMapping(text).source).toBe(name);
  });

  it("names the place of every mistake", () => {
    const mapping = {
      version: 1,
      source: "s",
      entries: [
        entry,
        { ...entry, fields: { name: "Name", colour: "Colour" } },
        { file: "b.csv", kind: "deals", fields: { owner: { from: "Rep", const: "x" } } },
        { ...entry, kind: "sale" },
        { ...entry, bookSales: true },
        { ...entry, fields: { name: { from: "Name", dateFormats: "MM/yyyy" } } },
      ],
    };
    const problems = problemsOf(mapping);
    expect(problems).toContainEqual(
      expect.stringMatching(/^entries\[1\]\.fields\.colour: is no field of products/),
    );
    expect(problems).toContainEqual(expect.stringMatching(/^entries\[2\]\.fields\.owner: /));
    expect(problems).toContainEqual(expect.stringMatching(/^entries\[3\]\.kind: /));
    expect(problems).toContainEqual("entries[4].bookSales: is for deals only");
    expect(problems).toContainEqual(expect.stringMatching(/^entries\[5\]\.fields\.name/));
  });

  it("says which required field is missing", () => {
    expect(
      problemsOf({ version: 1, source: "s", entries: [{ ...entry, fields: { sku: "Sku" } }] }),
    ).toEqual(['entries[0].fields: products need the field "name"']);
  });

  it("says what is not JSON", () => {
    expect(() => parseMapping("{")).toThrow(/not JSON/);
  });
});
