import type { StageKind } from "./deal";

type Stage = { id: string; kind: StageKind; active: boolean };
export type StageProblem = "stageLastOpen" | "stageLastWon" | "stageLastLost";

const PROBLEM = {
  open: "stageLastOpen",
  won: "stageLastWon",
  lost: "stageLastLost",
} as const satisfies Record<StageKind, StageProblem>;

/** What a pipeline lacks: it needs an active stage for open, for won and for lost deals. Null when whole. */
export function pipelineProblem(stages: readonly Stage[]): StageProblem | null {
  const kinds = ["open", "won", "lost"] as const;
  const missing = kinds.find((kind) => !stages.some((s) => s.active && s.kind === kind));
  return missing ? PROBLEM[missing] : null;
}

/** The same for the pipeline after a change of one stage; null in place of the stage deletes it. */
export function problemAfter(
  stages: readonly Stage[],
  id: string,
  change: Partial<Omit<Stage, "id">> | null,
): StageProblem | null {
  const after = stages.flatMap((stage) => {
    if (stage.id !== id) return [stage];
    return change ? [{ ...stage, ...change }] : [];
  });
  return pipelineProblem(after);
}

/** Share of deals that are won: 1 in won stages, 0 in lost ones, whatever was entered. */
export function stageProbability(kind: StageKind, entered: number): number {
  if (kind === "open") return entered;
  return kind === "won" ? 1 : 0;
}

/** The ids with one of them a place earlier (-1) or later (1); unchanged at either end. */
export function movedBy(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return [...ids];
  return ids.map((one, index) => (index === from ? other : index === to ? id : one));
}
