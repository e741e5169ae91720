import { describe, expect, it } from "vitest";
import {
  RFM_SEGMENTS,
  type RfmCuts,
  rfmScores,
  scoresOf,
  segmentOf,
} from "@/lib/analysis/domain/rfm";

// The cuts of the online-retail reference.
const CUTS: RfmCuts = {
  recency: [14, 33, 72, 179],
  frequency: [1, 2, 3, 5],
  monetary: [241.316, 473.182, 911.644, 2003.336],
};
const scored = (recency: number, frequency: number, monetary: number) => {
  const { r, f, m } = rfmScores({ recency, frequency, monetary }, CUTS);
  return `${r}${f}${m}`;
};

describe("scores", () => {
  it("of customers of the reference: 326 days, 1 order, 77,183.60 is 1 1 5", () => {
    expect(scored(326, 1, 77_183.6)).toBe("115");
    expect(scored(2, 7, 4265)).toBe("555");
    expect(scored(75, 4, 1437.24)).toBe("244");
  });
  it("of ties are the same: all with one order have 1, a day on the cut is on its better side", () => {
    expect([scored(14, 1, 0), scored(15, 2, 0)]).toEqual(["511", "421"]);
    expect([scored(179, 5, 0), scored(180, 6, 0)]).toEqual(["241", "151"]);
  });
});

describe("segments", () => {
  it("are tried in their order", () => {
    expect(segmentOf({ r: 5, f: 5, m: 5 })).toBe("champions");
    expect(segmentOf({ r: 5, f: 5, m: 3 })).toBe("loyal");
    expect(segmentOf({ r: 1, f: 4, m: 4 })).toBe("cannotLose");
    expect(segmentOf({ r: 1, f: 4, m: 3 })).toBe("atRisk");
    expect(segmentOf({ r: 5, f: 1, m: 5 })).toBe("newcomers");
    expect(segmentOf({ r: 3, f: 1, m: 1 })).toBe("cooling");
    expect(segmentOf({ r: 2, f: 2, m: 5 })).toBe("lost");
  });
  it("together hold each of the 125 combinations once", () => {
    const all = RFM_SEGMENTS.flatMap(scoresOf).map(({ r, f, m }) => `${r}${f}${m}`);
    expect([all.length, new Set(all).size]).toEqual([125, 125]);
  });
});
