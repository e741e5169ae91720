import "server-only";
import { pipelineChoices } from "@/lib/deals/data/choices";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { ratedCurrencies } from "@/lib/settings/data/exchange-rates";
import type { DealChoices } from "../domain/choices";

/** What the forms of a deal offer. */
export function dealChoices(scope: Scope): Promise<DealChoices> {
  return read(scope, async (tx) => {
    const { organisation, today } = await businessContext(tx);
    const { baseCurrency } = organisation;
    const rated = await ratedCurrencies(tx);
    return {
      ...(await pipelineChoices(tx)),
      today,
      baseCurrency,
      currencies: [baseCurrency, ...rated.filter((currency) => currency !== baseCurrency)],
      leads: scope.role !== "rep",
    };
  });
}
