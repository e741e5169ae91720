import "server-only";
import type { Deal, DealLine } from "@/lib/deals/domain/deal";
import { may } from "@/lib/people/domain/permissions";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { salesKnownForDeal } from "@/lib/sales/data/deal-bookings";
import { dealChoices } from "./choices";

/** What a person may do to a deal and what its forms need; null for who may only read it. */
export async function dealWork(scope: Scope, deal: Deal, lines: readonly DealLine[]) {
  if (!may(scope, "deal.write", { ownerId: deal.owner.id, unitId: deal.unit.id })) return null;
  const [choices, { entered }] = await Promise.all([
    dealChoices(scope),
    read(scope, (tx) => salesKnownForDeal(tx, deal.id)),
  ]);
  const priced = lines.length > 0 && lines.every((line) => line.amount !== null);
  const sum = lines.reduce((total, line) => total + (line.amount ?? 0), 0);
  return {
    choices,
    closing: {
      id: deal.id,
      version: deal.version,
      title: deal.title,
      currency: deal.currency,
      amount: deal.kind === "won" ? deal.bookedAmount : priced ? sum : deal.expectedAmount,
      lines: lines.length,
      closedOn: deal.closedOn,
      entered,
    },
  };
}
export type DealWork = NonNullable<Awaited<ReturnType<typeof dealWork>>>;
