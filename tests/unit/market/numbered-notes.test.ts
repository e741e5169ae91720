import { describe, expect, it } from "vitest";
import { numberedNotes } from "@/lib/market/domain/numbered-notes";
import { startOfMonth } from "@/lib/shared/business-date";

describe("notes under the numbers of a chart", () => {
  it("two notes of one month share its number", () => {
    const notes = [
      { at: "2026-01-05", label: "A" },
      { at: "2026-01-20", label: "B" },
      { at: "2026-03-01", label: "C" },
    ] as const;
    expect(numberedNotes(notes, startOfMonth)).toEqual([
      { number: 1, bucket: "2026-01-01", titles: ["A", "B"] },
      { number: 2, bucket: "2026-03-01", titles: ["C"] },
    ]);
    expect(numberedNotes([], startOfMonth)).toEqual([]);
  });
});
