import type { Tx } from "@/lib/platform/db/access";
import type { StageKind } from "./domain/deal";

/** The stages in the order of the pipeline. */
export async function stageChoices(tx: Tx) {
  const rows = await tx.pipelineStage.findMany({
    where: { active: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, nameEn: true, kind: true },
  });
  return rows satisfies { kind: StageKind }[];
}
