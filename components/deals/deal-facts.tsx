import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Deal } from "@/lib/deals/domain/deal";
import type { Formatter } from "@/lib/platform/i18n/format";
import { diffDays } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

type FactsProps = { deal: Deal; f: Formatter };

/** Who, what and when of a deal. */
export async function DealFacts({ deal, f }: FactsProps) {
  const [t, c, l, locale] = await Promise.all([
    getTranslations("deals.detail"),
    getTranslations("deals.columns"),
    getTranslations("deals"),
    getLocale(),
  ]);
  const started = deal.engagedOn ?? deal.createdOn;
  const text = (value: string | null) => value ?? "—";
  return (
    <KeyValueList
      items={[
        {
          label: c("customer"),
          value: deal.customer ? (
            <Link className="link" href={`/customers/${deal.customer.id}`}>
              {localName(deal.customer, locale)}
            </Link>
          ) : (
            "—"
          ),
        },
        { label: c("owner"), value: localName(deal.owner, locale) },
        { label: c("unit"), value: localName(deal.unit, locale) },
        { label: c("createdOn"), value: f.date(deal.createdOn) },
        { label: c("engagedOn"), value: f.date(deal.engagedOn) },
        { label: c("expectedCloseOn"), value: f.date(deal.expectedCloseOn) },
        { label: c("closedOn"), value: f.date(deal.closedOn) },
        ...(started && deal.closedOn
          ? [{ label: t("cycle"), value: f.days(diffDays(started, deal.closedOn)) }]
          : []),
        ...(deal.nextStep
          ? [
              { label: t("nextStep"), value: deal.nextStep },
              { label: t("nextStepOn"), value: f.date(deal.nextStepOn) },
            ]
          : []),
        ...(deal.kind === "lost" || deal.lossReason
          ? [
              {
                label: l("lossReason"),
                value: deal.lossReason ? localName(deal.lossReason, locale) : "—",
              },
            ]
          : []),
        ...(deal.competitor || deal.kind === "lost"
          ? [
              {
                label: l("competitor"),
                value: deal.competitor ? localName(deal.competitor, locale) : "—",
              },
            ]
          : []),
        ...(deal.source
          ? [
              { label: t("source"), value: deal.source },
              { label: c("externalId"), value: text(deal.externalId) },
            ]
          : []),
      ]}
    />
  );
}

/** The amounts of a deal in its own and in the base currency. */
export async function DealAmounts({ deal, f }: FactsProps) {
  const [t, c, l] = await Promise.all([
    getTranslations("deals.detail"),
    getTranslations("deals.columns"),
    getTranslations("deals"),
  ]);
  const foreign = deal.currency !== f.currency;
  const both = (base: number | null, own: number | null) => (
    <>
      {f.moneyFull(base)}
      {foreign && own !== null ? (
        <span className="block text-muted text-xs">{f.moneyFull(own, deal.currency)}</span>
      ) : null}
    </>
  );
  return (
    <KeyValueList
      items={[
        {
          label: (
            <>
              {c("expected")}
              {deal.expectedEstimated ? (
                <span className="ml-1 text-xs" title={l("estimatedHint")}>
                  ({l("estimated")})
                </span>
              ) : null}
            </>
          ),
          value: both(deal.expectedBaseAmount, deal.expectedAmount),
        },
        ...(deal.kind === "open"
          ? [
              {
                label: c("probability"),
                value: (
                  <>
                    {f.percent(deal.probability ?? deal.stageProbability)}{" "}
                    <span className="text-muted text-xs">
                      {deal.probability === null ? t("stageProbability") : t("ownProbability")}
                    </span>
                  </>
                ),
              },
            ]
          : []),
        ...(deal.kind === "won"
          ? [{ label: c("booked"), value: both(deal.bookedBaseAmount, deal.bookedAmount) }]
          : []),
        ...(foreign
          ? [
              {
                label: t("rate"),
                value: `1 ${deal.currency} = ${f.number(deal.rate, 6)} ${f.currency}`,
              },
            ]
          : []),
      ]}
    />
  );
}
