import "server-only";
import { pipelineChoices } from "@/lib/deals/data/choices";
import type { DealFilter } from "@/lib/deals/schema";
import { boardCards, boardColumns } from "@/lib/deals/sql/board";
import { listContext } from "@/lib/lists/data";
import { may } from "@/lib/people/domain/permissions";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";

/** The board: sums of whole columns, their first cards, and what closing one asks for, in one snapshot. */
export function dealBoard(scope: Scope, filter: DealFilter) {
  return read(scope, async (tx) => {
    const context = await listContext(tx, scope, filter);
    const { today } = await businessContext(tx);
    const cards = await boardCards(tx, filter, context.digits);
    return {
      ...context,
      today,
      ...(await pipelineChoices(tx)),
      columns: await boardColumns(tx, filter, context.digits),
      cards: cards.map(({ unitId, ...card }) => ({
        ...card,
        writable: may(scope, "deal.write", { ownerId: card.owner.id, unitId }),
      })),
    };
  });
}
export type DealBoard = Awaited<ReturnType<typeof dealBoard>>;
