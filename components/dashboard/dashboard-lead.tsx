import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LeadView } from "@/lib/dashboard/domain/dashboard-view";
import { growth } from "@/lib/metrics/domain/growth";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type Props = { lead: LeadView; period: string; previous: string; f: Formatter };

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** The sentence at the top: where the period stands, how it compares, where the gap comes from. */
export function DashboardLead({ lead, period, previous, f }: Props) {
  const t = useTranslations("dashboard");
  const grown = growth(lead.actual, lead.previous);
  const join = f.locale === "en" ? ", " : "、";
  const names = lead.behind.map((name) => localName(name, f.locale)).join(join);
  return (
    <>
      <Standing lead={lead} period={period} f={f} />{" "}
      {grown.kind === "rate"
        ? t.rich("lead.change", { b: bold, change: f.signedPercent(grown.rate), period: previous })
        : null}{" "}
      {lead.landing === null
        ? null
        : t.rich("lead.landing", { b: bold, landing: f.money(lead.landing) })}{" "}
      {names ? t.rich("lead.behind", { b: bold, names }) : null}
    </>
  );
}

function Standing({ lead, period, f }: Omit<Props, "previous">) {
  const t = useTranslations("dashboard");
  const revenue = f.money(lead.actual);
  if (lead.phase === "ahead") return t.rich("lead.notStarted", { period });
  if (lead.attainment === null) return t.rich("lead.noTarget", { b: bold, period, revenue });
  const attainment = f.percent(lead.attainment);
  if (lead.phase === "over") return t.rich("lead.over", { b: bold, period, attainment, revenue });
  const elapsed = f.percent(lead.weight);
  const status = t(`status.${lead.status ?? "none"}`);
  return t.rich("lead.running", { b: bold, period, attainment, elapsed, status });
}
