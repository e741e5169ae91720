import { describe, expect, it } from "vitest";
import { figureQuery } from "@/lib/figures/schema";
import { param, textParam, wordsParam } from "@/lib/shared/list-params";

describe("parameters of a list", () => {
  it("hold no character 0, which the database refuses", () => {
    expect(textParam.parse(" \0ab\0 ")).toBe("ab");
    expect(textParam.parse("\0")).toBeUndefined();
    expect(wordsParam.parse("a\0,b")).toEqual(["a", "b"]);
  });

  it("twin: other text stays as it is, of several values the first counts", () => {
    expect(textParam.parse(["销售 a%", "b"])).toBe("销售 a%");
    expect(param(textParam).parse("")).toBeUndefined();
  });
});

describe("the address of a figure", () => {
  const address = { metric: "revenue", from: "2026-01-01", to: "2026-02-01" };
  it("names no sector with a character 0; twin: one without", () => {
    expect(figureQuery.safeParse({ ...address, sector: "re\0tail" }).success).toBe(false);
    expect(figureQuery.safeParse({ ...address, sector: "retail" }).success).toBe(true);
  });
});
