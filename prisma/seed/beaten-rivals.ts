import type { DemoDeal } from "./deals";
import { drawsOf } from "./draws";
import { COMPETITORS, RIVAL } from "./pipeline";
import type { World } from "./world";

/** Won deals that say whom they were won against; the others had no rival, or nobody noted it. */
const NAMED = 0.6;

/** Whom each won deal was won against, by the deal's id. The rival is strong where there is security to sell. */
export function beatenRivals(deals: readonly DemoDeal[], { seed }: World): Map<string, string> {
  const draws = drawsOf("beaten-rivals", seed);
  const won = deals.filter((deal) => deal.outcome === "won");
  return new Map(
    won.flatMap((deal) => {
      if (!draws.chance(NAMED)) return [];
      const pull = deal.lines[0]?.product.category === "security" ? 1.2 : 0.4;
      const beaten = draws.weighted(COMPETITORS, ({ name }) => (name === RIVAL ? pull : 1));
      return [[deal.id, beaten.name] as const];
    }),
  );
}
