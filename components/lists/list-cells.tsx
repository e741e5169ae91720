import { AmountCell, ClippedCell } from "@/components/tables/cells";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import type { CellLook } from "./list-view";

/** Another record's name, which opens its page below `path`. */
export function referenceCell(to: Reference | null, path: string, { locale }: CellLook) {
  return to ? <ClippedCell text={localName(to, locale)} href={`${path}/${to.id}`} /> : null;
}

type Money = { base: number | null; amount: number | null; currency: string };

/** An amount in base currency, with another currency's own amount below, or else `mark`. */
export function moneyCell(money: Money, { f, digits }: CellLook, mark?: React.ReactNode) {
  if (money.base === null) return null;
  const foreign = money.amount !== null && money.currency !== f.currency;
  return (
    <AmountCell
      amount={f.amount(money.base, digits)}
      note={foreign ? `${money.currency} ${f.number(money.amount)}` : mark}
    />
  );
}
