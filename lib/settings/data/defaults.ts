import type { Tx } from "@/lib/platform/db/access";

/** What a new organisation is asked for; the rest has defaults it can change in the settings. */
export type NewOrganisation = {
  name: string;
  nameEn: string | null;
  /** ISO 4217. */
  baseCurrency: string;
  /** IANA name. */
  timeZone: string;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  /** The colour a rise is shown in. */
  riseColour: "red" | "green";
  demo: boolean;
};

/** The stages a deal passes until the organisation names its own; probabilities from 0 to 1. */
export const DEFAULT_STAGES = [
  { name: "初步接触", nameEn: "Prospecting", kind: "open", position: 1, probability: 0.1 },
  { name: "需求确认", nameEn: "Qualification", kind: "open", position: 2, probability: 0.25 },
  { name: "方案报价", nameEn: "Proposal", kind: "open", position: 3, probability: 0.5 },
  { name: "商务谈判", nameEn: "Negotiation", kind: "open", position: 4, probability: 0.7 },
  { name: "赢单", nameEn: "Won", kind: "won", position: 5, probability: 1 },
  { name: "输单", nameEn: "Lost", kind: "lost", position: 6, probability: 0 },
] as const;

export const DEFAULT_LOSS_REASONS = [
  { name: "价格", nameEn: "Price", isNoDecision: false },
  { name: "产品质量", nameEn: "Product quality", isNoDecision: false },
  { name: "缺少功能", nameEn: "Missing features", isNoDecision: false },
  { name: "交付周期", nameEn: "Delivery time", isNoDecision: false },
  { name: "客户关系", nameEn: "Relationship", isNoDecision: false },
  { name: "暂不采购", nameEn: "No decision", isNoDecision: true },
] as const;

/**
 * What an empty database needs before the first person can work: the organisation, the pipeline's
 * stages (unless an import brought its own) and the reasons for losing. Throws a unique violation
 * where an organisation exists.
 */
export async function seedDefaults(tx: Tx, organisation: NewOrganisation): Promise<void> {
  await tx.organisation.create({ data: { id: 1, ...organisation } });
  const imported = (await tx.pipelineStage.count()) > 0;
  if (!imported) await tx.pipelineStage.createMany({ data: [...DEFAULT_STAGES] });
  await tx.lossReason.createMany({ data: [...DEFAULT_LOSS_REASONS], skipDuplicates: true });
}
