import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { NeedsAttention } from "@/components/ui/needs-attention";
import {
  ATTENTION,
  type AttentionRule,
  type DealAttention,
} from "@/lib/my-day/domain/deal-attention";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type DealsInNeedProps = {
  needs: readonly DealAttention[];
  /** How many more there are. */
  more: number;
  /** All open deals of the rep. */
  allHref: string;
  f: Formatter;
};

/** Open deals that ask for their owner, each with the rules that say so. */
export async function DealsInNeed({ needs, more, allHref, f }: DealsInNeedProps) {
  const [t, locale] = await Promise.all([getTranslations("myDay.deals"), getLocale()]);
  const words = (rule: AttentionRule): string => {
    if (rule.rule === "closePassed" || rule.rule === "silent")
      return t(rule.rule, { days: rule.days });
    if (rule.rule === "slowStage")
      return t("slowStage", { days: rule.days, usual: f.number(rule.usual, 0) });
    return t(rule.rule);
  };
  const items = needs.map(({ deal, rules: [first, ...others], tone }) => ({
    id: deal.id,
    tone,
    title: t("line", {
      who: deal.customer ? localName(deal.customer, locale) : deal.title,
      what: first ? words(first) : "",
    }),
    detail: [
      deal.customer ? deal.title : null,
      f.money(deal.amount),
      localName(deal.stage, locale),
      ...others.map(words),
    ]
      .filter(Boolean)
      .join(" · "),
    kind: t("kind"),
    href: `/deals/${deal.id}`,
  }));
  return (
    <Card
      flush
      title={t("title")}
      sub={t("rules", { silent: ATTENTION.silentDays, factor: f.number(ATTENTION.slowFactor, 1) })}
    >
      {items.length > 0 ? (
        <NeedsAttention items={items} toneText={{ bad: t("urgent") }} />
      ) : (
        <p className="px-4 pt-1 pb-4 text-muted text-sm">{t("none")}</p>
      )}
      {more > 0 ? (
        <p className="px-4 pb-3">
          <LinkButton href={allHref} size="sm" variant="ghost">
            {t("more", { count: more })}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
