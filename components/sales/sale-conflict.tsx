"use client";
import { useTranslations } from "next-intl";
import { conflictOf } from "@/components/forms/edit-conflict";
import type { ServerError } from "@/components/forms/form-errors";
import type { SaleRow } from "@/lib/sales/domain/sale";
import type { SaleChoices } from "@/lib/sales/domain/sale-choices";
import { localName } from "@/lib/shared/local-name";

const NAMED = ["product", "customer", "deal", "unit", "owner"] as const;

/** Names of the records a stale save may show: those of the form, and those that are saved now. */
function namesIn(error: ServerError, sale: SaleRow, choices: SaleChoices, locale: string) {
  const { product, customer, owner, deal } = sale;
  const names = new Map<unknown, string>();
  for (const one of [product, customer, owner, ...choices.units])
    if (one) names.set(one.id, localName(one, locale));
  if (deal) names.set(deal.id, deal.title);
  const { current = {} } = (error.raw ?? {}) as { current?: Record<string, unknown> };
  for (const kind of NAMED)
    if (!names.has(current[`${kind}Id`]))
      names.set(current[`${kind}Id`], String(current[`${kind}Name`] ?? ""));
  return names;
}

/** Both versions of a line after a stale save, for a form's `renderServerError`. */
export function useSaleConflict(sale: SaleRow, choices: SaleChoices, locale: string) {
  const t = useTranslations("sales.entry");
  return (error: ServerError) => {
    const names = namesIn(error, sale, choices, locale);
    const show = (id: string) => names.get(id) ?? t("newlyChosen");
    const facts = {
      quantity: { label: t("quantity") },
      amount: { label: t("amount") },
      soldOn: { label: t(sale.quantity < 0 ? "returnedOn" : "soldOn") },
    };
    if (sale.quantity < 0) return conflictOf(facts)(error);
    return conflictOf({
      ...facts,
      currency: { label: t("currency") },
      orderNo: { label: t("orderNo") },
      ...Object.fromEntries(NAMED.map((kind) => [`${kind}Id`, { label: t(kind), show }])),
    })(error);
  };
}
