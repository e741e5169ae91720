import { describe, expect, it } from "vitest";
import { dealListHref, parseDealList } from "@/lib/deals/schema";

const id = "0190a1b2-0000-7000-8000-000000000001";
const other = "0190a1b2-0000-7000-8000-000000000002";

describe("parameters of the list of deals", () => {
  it("come back from their own address unchanged", () => {
    const params = {
      q: "smart camera, 智能",
      kind: "closed" as const,
      stage: [id, other],
      date: "closed" as const,
      from: "2026-01-01",
      to: "2026-04-01",
      customer: ["none"],
      sector: ["retail", "food, drink", "a\\b"],
      min: 0,
      missing: ["amount" as const, "expectedClose" as const],
      sort: "-booked" as const,
      page: 3,
      size: 50 as const,
    };
    const url = new URL(dealListHref(params), "http://localhost");
    expect(url.pathname).toBe("/deals");
    expect(parseDealList(Object.fromEntries(url.searchParams))).toEqual(params);
  });

  it("leave out what is empty, unknown or makes no sense", () => {
    const parsed = parseDealList({
      q: "  ",
      kind: "sold",
      stage: "x,y",
      from: "2026-02-30",
      page: "0",
      size: "7",
      sort: "id; drop table deal",
      nonsense: "1",
    });
    expect(Object.values(parsed).filter((value) => value !== undefined)).toEqual([]);
  });

  it("take the first of a repeated parameter", () => {
    expect(parseDealList({ kind: ["won", "lost"] }).kind).toBe("won");
  });

  it("cut a text of 10,000 characters", () => {
    expect(parseDealList({ q: "x".repeat(10_000) }).q).toHaveLength(200);
  });
});
