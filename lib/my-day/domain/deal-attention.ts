import { type BusinessDate, diffDays, later } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

/** When an open deal asks for its owner. Said beside each deal it applies to. */
export const ATTENTION = {
  /** Days without any activity or change. */
  silentDays: 14,
  /** Longer in its stage than usual by this factor … */
  slowFactor: 1.5,
  /** … where so many deals have left that stage that "usual" means something. */
  slowLeast: 5,
} as const;

/** An open deal as the rules see it. */
export type OpenDeal = {
  id: string;
  title: string;
  customer: Reference | null;
  stage: Reference;
  amount: number | null;
  /** Nobody entered an amount; the list price stands in for it. */
  estimated: boolean;
  expectedCloseOn: BusinessDate | null;
  /** The day it entered its stage, and the last day anything of it changed. */
  stageSince: BusinessDate;
  changedOn: BusinessDate;
  /** The last follow-up that was done. */
  lastActivityOn: BusinessDate | null;
  /** A next step is written down, or a follow-up planned. */
  hasNextStep: boolean;
  /** Median days the owner's deals spent in this stage, and how many left it. */
  usualDays: number | null;
  usualCount: number;
};

export type AttentionRule =
  | { rule: "closePassed"; days: number }
  | { rule: "slowStage"; days: number; usual: number }
  | { rule: "silent"; days: number }
  | { rule: "noNextStep" }
  | { rule: "noAmount" }
  | { rule: "noCustomer" };

export type DealAttention = { deal: OpenDeal; rules: AttentionRule[]; tone: "bad" | "warn" };

/** Every rule that applies to a deal, the most urgent first. */
export function rulesFor(deal: OpenDeal, today: BusinessDate): AttentionRule[] {
  const { expectedCloseOn, lastActivityOn, changedOn, usualDays } = deal;
  const rules: AttentionRule[] = [];
  if (expectedCloseOn !== null && expectedCloseOn < today)
    rules.push({ rule: "closePassed", days: diffDays(expectedCloseOn, today) });
  const inStage = diffDays(deal.stageSince, today);
  const known = usualDays !== null && deal.usualCount >= ATTENTION.slowLeast;
  if (known && inStage > usualDays * ATTENTION.slowFactor)
    rules.push({ rule: "slowStage", days: inStage, usual: usualDays });
  const silent = diffDays(lastActivityOn ? later(lastActivityOn, changedOn) : changedOn, today);
  if (silent >= ATTENTION.silentDays) rules.push({ rule: "silent", days: silent });
  if (!deal.hasNextStep) rules.push({ rule: "noNextStep" });
  if (deal.amount === null || deal.estimated) rules.push({ rule: "noAmount" });
  if (deal.customer === null) rules.push({ rule: "noCustomer" });
  return rules;
}

const ORDER: readonly AttentionRule["rule"][] = [
  "closePassed",
  "slowStage",
  "silent",
  "noNextStep",
  "noAmount",
  "noCustomer",
];

/** The deals that need attention: by their most urgent rule, then by amount. */
export function dealsInNeed(deals: readonly OpenDeal[], today: BusinessDate): DealAttention[] {
  const found = deals.flatMap((deal): DealAttention[] => {
    const rules = rulesFor(deal, today);
    const first = rules[0];
    if (!first) return [];
    return [{ deal, rules, tone: first.rule === "closePassed" ? "bad" : "warn" }];
  });
  const rank = ({ rules }: DealAttention) => ORDER.indexOf(rules[0]?.rule ?? "noCustomer");
  const amount = ({ deal }: DealAttention) => deal.amount ?? 0;
  return found.sort((a, b) => rank(a) - rank(b) || amount(b) - amount(a));
}
