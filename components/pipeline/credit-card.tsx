import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Deal, DealShare } from "@/lib/deals/domain/deal";
import type { OpenHandOver } from "@/lib/deals/domain/hand-over";
import { creditOf } from "@/lib/deals/domain/split";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { minorToNumber } from "@/lib/shared/money";
import { HandOverDialog, WithdrawButton } from "./hand-over-dialog";
import { SplitDialog } from "./split-dialog";

type CreditCardProps = {
  deal: Deal;
  shares: readonly DealShare[];
  handOver: OpenHandOver | null;
  f: Formatter;
  /** Given to who may change it. */
  today: BusinessDate | null;
};

/** Whose deal it is: the owner, who shares its credit, and who was asked to take it over. */
export async function CreditCard({ deal, shares, handOver, f, today }: CreditCardProps) {
  const [t, locale] = await Promise.all([getTranslations("pipeline"), getLocale()]);
  const amount = (deal.kind === "won" ? deal.bookedBaseAmount : deal.expectedBaseAmount) ?? 0;
  const credit = (share: DealShare) =>
    minorToNumber(creditOf(amount, share, f.currency), f.currency);
  const part = ({ from, to }: DealShare) => Number(to) - Number(from);
  const across = new Set(shares.map(({ unit }) => unit.id)).size > 1;
  const option = (person: { id: string; name: string; nameEn: string | null }) => ({
    value: person.id,
    label: localName(person, locale),
  });
  return (
    <Card title={t("credit.title")} sub={across ? t("credit.across") : undefined}>
      <KeyValueList
        items={
          shares.length === 0
            ? [
                {
                  label: `${localName(deal.owner, locale)} · ${localName(deal.unit, locale)}`,
                  value: f.percent(1),
                },
              ]
            : shares.map((share) => ({
                label: `${localName(share.user, locale)} · ${localName(share.unit, locale)}`,
                value: (
                  <>
                    {f.percent(part(share), 2)}
                    <span className="block text-muted text-xs">{f.moneyFull(credit(share))}</span>
                  </>
                ),
              }))
        }
      />
      {handOver ? (
        <p className="mt-2 text-sm">
          {t("handOver.waiting", {
            to: localName(handOver.to ?? handOver.unit, locale),
            day: f.date(handOver.dueOn),
          })}
          {handOver.note ? <span className="block text-muted">{handOver.note}</span> : null}
        </p>
      ) : null}
      {today ? (
        <div className="mt-2.5 flex flex-wrap gap-2">
          <SplitDialog
            deal={deal}
            owner={option(deal.owner)}
            parts={shares.map((share) => ({ person: option(share.user), share: part(share) }))}
          />
          {handOver ? (
            <WithdrawButton id={handOver.id} />
          ) : (
            <HandOverDialog dealId={deal.id} today={today} />
          )}
        </div>
      ) : null}
    </Card>
  );
}
