import type { Tx } from "@/lib/platform/db/access";
import type { Bilingual } from "./names";

/** The rival of the first story. */
export const RIVAL = "视安科技";

export const COMPETITORS: readonly Bilingual[] = [
  { name: RIVAL, nameEn: "VisiGuard" },
  { name: "宅米智能", nameEn: "Zhaimi" },
  { name: "博欧电气", nameEn: "Booelectric" },
  { name: "锐盾安防", nameEn: "SharpShield" },
];

/** Ids of stages, loss reasons and competitors by their Chinese names. */
export type PipelineIds = {
  stage: (name: string) => string;
  reason: (name: string) => string;
  competitor: (name: string) => string;
};

const finder = (rows: readonly { id: string; name: string }[]) => {
  const ids = new Map(rows.map((row) => [row.name, row.id]));
  return (name: string): string => {
    const id = ids.get(name);
    if (!id) throw new Error(`not in the pipeline: ${name}`);
    return id;
  };
};

/** Adds the competitors and reads the ids of what a deal refers to. */
export async function loadPipeline(tx: Tx): Promise<PipelineIds> {
  await tx.competitor.createMany({ data: [...COMPETITORS] });
  return {
    stage: finder(await tx.pipelineStage.findMany()),
    reason: finder(await tx.lossReason.findMany()),
    competitor: finder(await tx.competitor.findMany()),
  };
}
