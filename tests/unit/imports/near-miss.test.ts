import { describe, expect, it } from "vitest";
import {
  editDistance,
  nameSimilarity,
  nearMisses,
  proposeAlias,
} from "@/lib/imports/domain/near-miss";

const products = [
  "GTX Basic",
  "GTX Pro",
  "MG Special",
  "MG Advanced",
  "GTX Plus Pro",
  "GTX Plus Basic",
  "GTK 500",
];

describe("nearMisses", () => {
  it("proposes GTX Pro for GTXPro and nothing else", () => {
    expect(nearMisses("GTXPro", products)).toEqual([{ candidate: "GTX Pro", similarity: 1 }]);
    expect(proposeAlias("GTXPro", products)?.candidate).toBe("GTX Pro");
  });

  it("finds a misspelling by edits", () => {
    expect(proposeAlias("Philipines", ["Philippines", "Poland"])?.candidate).toBe("Philippines");
    expect(proposeAlias("technolgy", ["technology", "telecommunications"])?.candidate).toBe(
      "technology",
    );
  });

  it("never takes things with different numbers for each other", () => {
    expect(nameSimilarity("Store 12", "Store 13")).toBe(0);
    expect(nearMisses("GTK 5000", products)).toEqual([]);
  });

  it("proposes nothing when two candidates are about as alike", () => {
    expect(proposeAlias("Jon Smith", ["John Smith", "Jona Smith"])).toBeNull();
  });

  it("ignores width and punctuation, in Chinese too", () => {
    expect(nameSimilarity("华东（一）部", "华东(一)部")).toBe(1);
    expect(proposeAlias("张三", ["李四", "张四"])).toBeNull();
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
