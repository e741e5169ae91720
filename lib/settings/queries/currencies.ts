import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessDateIn } from "@/lib/shared/business-date";
import { exchangeRates, ratedCurrencies } from "../data/exchange-rates";
import { organisation } from "../data/organisation";
import type { RateListParams } from "../schema";
import { baseCurrencyUse } from "../sql/base-currency-use";

/** Everything the page of currencies shows; for admins. */
export function currenciesPage(scope: Scope, params: RateListParams) {
  return read(scope, async (tx) => {
    const { baseCurrency, version, timeZone } = await organisation(tx);
    return {
      today: businessDateIn(timeZone, new Date()),
      baseCurrency,
      version,
      use: await baseCurrencyUse(tx),
      rated: await ratedCurrencies(tx),
      ...(await exchangeRates(tx, params)),
    };
  });
}

/** Currencies a price can be in: the base currency first, then those with a rate. */
export function usedCurrencies(scope: Scope): Promise<string[]> {
  return read(scope, async (tx) => {
    const { baseCurrency } = await organisation(tx);
    return [...new Set([baseCurrency, ...(await ratedCurrencies(tx))])];
  });
}
