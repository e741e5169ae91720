import "server-only";
import type { Tx } from "@/lib/platform/db/access";

const byPlace = [{ position: "asc" as const }, { id: "asc" as const }];
const inUse = { where: { active: true }, take: 200 } as const;

/** What a deal's forms choose from: stages in the order of the pipeline, reasons for losing and competitors by name. */
export async function pipelineChoices(tx: Tx) {
  const stages = await tx.pipelineStage.findMany({
    ...inUse,
    orderBy: byPlace,
    select: { id: true, name: true, nameEn: true, kind: true, probability: true },
  });
  return {
    stages: stages.map(({ probability, ...stage }) => ({
      ...stage,
      probability: probability.toNumber(),
    })),
    reasons: await tx.lossReason.findMany({
      ...inUse,
      orderBy: { id: "asc" },
      select: { id: true, name: true, nameEn: true, isNoDecision: true },
    }),
    competitors: await tx.competitor.findMany({
      ...inUse,
      orderBy: { name: "asc" },
      select: { id: true, name: true, nameEn: true },
    }),
  };
}
