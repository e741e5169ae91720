import { describe, expect, it } from "vitest";
import {
  editDistance,
  NameIndex,
  nameSimilarity,
  proposeAlias,
} from "@/lib/imports/domain/near-miss";

const search = (value: string, names: string[]) => new NameIndex(names).search(value);
const propose = (value: string, names: string[]) => proposeAlias(search(value, names));

const products = [
  "GTX Basic",
  "GTX Pro",
  "MG Special",
  "MG Advanced",
  "GTX Plus Pro",
  "GTX Plus Basic",
  "GTK 500",
];

describe("NameIndex", () => {
  it("proposes GTX Pro for GTXPro and nothing else", () => {
    expect(search("GTXPro", products)).toEqual([{ candidate: "GTX Pro", similarity: 1 }]);
    expect(propose("GTXPro", products)?.candidate).toBe("GTX Pro");
  });

  it("finds a misspelling by edits", () => {
    expect(propose("Philipines", ["Philippines", "Poland"])?.candidate).toBe("Philippines");
    expect(propose("technolgy", ["technology", "telecommunications"])?.candidate).toBe(
      "technology",
    );
  });

  it("never takes things with different numbers for each other", () => {
    expect(nameSimilarity("Store 12", "Store 13")).toBe(0);
    expect(search("GTK 5000", products)).toEqual([]);
  });

  it("proposes nothing when two candidates are about as alike", () => {
    expect(propose("Jon Smith", ["John Smith", "Jona Smith"])).toBeNull();
  });

  it("ignores width and punctuation, in Chinese too", () => {
    expect(nameSimilarity("华东（一）部", "华东(一)部")).toBe(1);
    expect(propose("张三", ["李四", "张四"])).toBeNull();
  });

  it("finds among many names", () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `Customer ${(at * 7919).toString(36)}`);
    const index = new NameIndex(names);
    const found = Array.from({ length: 100 }, (_, at) => {
      const code = ((at + 1) * 7919).toString(36);
      return index.search(`Custmer ${code}`).some((one) => one.candidate === `Customer ${code}`);
    });
    expect(found.filter(Boolean).length).toBeGreaterThan(90);
  });

  it("has nothing to say about blank names", () => {
    expect(nameSimilarity("-", "-")).toBe(0);
  });
});

describe("editDistance", () => {
  it.each([
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["abcd", "abdc", 1],
    ["kitten", "sitting", 3],
  ])("%s to %s takes %i", (left, right, edits) => {
    expect(editDistance(left, right)).toBe(edits);
  });
});
