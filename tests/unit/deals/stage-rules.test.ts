import { describe, expect, it } from "vitest";
import type { StageKind } from "@/lib/deals/domain/deal";
import { movedBy, problemAfter, stageProbability } from "@/lib/deals/domain/stage-rules";

const stage = (id: string, kind: StageKind, active = true) => ({ id, kind, active });
const pipeline = [stage("a", "open"), stage("b", "open"), stage("w", "won"), stage("l", "lost")];

describe("a pipeline keeps a stage of each kind", () => {
  it("lets one of two open stages go, not the last one", () => {
    expect(problemAfter(pipeline, "a", null)).toBeNull();
    expect(problemAfter(pipeline.slice(1), "b", null)).toBe("stageLastOpen");
  });
  it("keeps the last won and the last lost stage active and of their kind", () => {
    expect(problemAfter(pipeline, "w", { active: false })).toBe("stageLastWon");
    expect(problemAfter(pipeline, "l", { kind: "open" })).toBe("stageLastLost");
  });
  it("counts only active stages", () => {
    const two = [...pipeline, stage("w2", "won", false)];
    expect(problemAfter(two, "w", { active: false })).toBe("stageLastWon");
    expect(problemAfter(two, "w2", { active: true })).toBeNull();
  });
});

describe("order and probability", () => {
  it("moves a stage by one place and stops at the ends", () => {
    expect(movedBy(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
    expect(movedBy(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
    expect(movedBy(["a", "b", "c"], "x", 1)).toEqual(["a", "b", "c"]);
  });
  it("is 100% when won and 0% when lost, whatever was entered", () => {
    expect([
      stageProbability("open", 0.3),
      stageProbability("won", 0.3),
      stageProbability("lost", 0.3),
    ]).toEqual([0.3, 1, 0]);
  });
});
