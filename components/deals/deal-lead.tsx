import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DealTotals } from "@/lib/deals/domain/deal";
import type { DealListParams } from "@/lib/deals/schema";
import type { Formatter } from "@/lib/platform/i18n/format";

type DealLeadProps = { kind: DealListParams["kind"]; totals: DealTotals; f: Formatter };

/** The sentence over the list: how many deals of which kind and what they bring. */
export function DealLead({ kind, totals, f }: DealLeadProps) {
  const t = useTranslations("deals.leads");
  const b = (text: ReactNode) => <b>{text}</b>;
  const sentence = t.rich(kind ?? "all", {
    b,
    n: totals.count,
    count: f.number(totals.count),
    open: f.number(totals.open),
    won: f.number(totals.won),
    lost: f.number(totals.lost),
    expected: f.money(totals.expected),
    weighted: f.money(totals.weighted),
    booked: f.money(totals.booked),
  });
  if (totals.credit === totals.count) return sentence;
  return (
    <>
      {sentence} {t.rich("credit", { b, credit: f.number(totals.credit, 2) })}
    </>
  );
}
