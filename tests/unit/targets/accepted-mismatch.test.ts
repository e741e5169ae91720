import { describe, expect, it } from "vitest";
import { readReason, withMismatches } from "@/lib/targets/domain/accepted-mismatch";
import { tiersInOrder } from "@/lib/targets/domain/target-kpi";

describe("the reason of an accepted mismatch", () => {
  const accepted = [
    { kind: "months", tier: "target", difference: -1200.5 },
    { kind: "members", tier: "floor", difference: 3 },
  ] as const;

  it("keeps the differences and the words", () => {
    const text = withMismatches("新店 [二期]\n另计", accepted);
    expect(text).toBe("[≠ months target -1200.5, members floor 3] 新店 [二期]\n另计");
    expect(readReason(text)).toEqual({ reason: "新店 [二期]\n另计", accepted });
  });

  it("is the plain reason where nothing differs", () => {
    expect(withMismatches("raised", [])).toBe("raised");
    expect(readReason("raised")).toEqual({ reason: "raised", accepted: [] });
  });
});

it("floor ≤ target ≤ stretch, missing levels passed over", () => {
  expect(tiersInOrder({ floor: 1, target: 2, stretch: 2 })).toBe(true);
  expect(tiersInOrder({ floor: 3, target: null, stretch: 2 })).toBe(false);
  expect(tiersInOrder({ floor: null, target: 3, stretch: 2 })).toBe(false);
  expect(tiersInOrder({ floor: null, target: null, stretch: null })).toBe(true);
});
