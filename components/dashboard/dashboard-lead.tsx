import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureAt } from "@/components/figures/figure-at";
import type { DashboardView, KpiView, LeadView } from "@/lib/dashboard/domain/dashboard-view";
import { growth } from "@/lib/metrics/domain/growth";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type Props = {
  lead: LeadView;
  frame: DashboardView["frame"];
  revenue: KpiView | undefined;
  period: string;
  previous: string;
  f: Formatter;
};

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** The sentence at the top: where the period stands, how it compares, where the gap comes from. */
export function DashboardLead(props: Props) {
  const { lead, frame, revenue, previous, f } = props;
  const t = useTranslations("dashboard");
  const grown = growth(lead.actual, lead.previous);
  const join = f.locale === "en" ? ", " : "、";
  const names = lead.behind.map((name) => localName(name, f.locale)).join(join);
  const change = grown.kind === "rate" ? f.signedPercent(grown.rate) : null;
  const landing = f.money(lead.landing);
  return (
    <>
      <Standing {...props} />{" "}
      {revenue && change !== null
        ? t.rich("lead.change", {
            grown: figure(
              { ...revenue.address, metric: "growth", of: "revenue", base: frame.previousElapsed },
              change,
            ),
            change,
            period: previous,
          })
        : null}{" "}
      {revenue && lead.landing !== null
        ? t.rich("lead.landing", {
            ends: figure({ ...revenue.against, metric: "run_rate_landing" }, landing),
            landing,
          })
        : null}{" "}
      {names ? t.rich("lead.behind", { b: bold, names }) : null}
    </>
  );
}

/** Fills a tag of a message with a bold figure that opens. */
function figure(address: KpiView["address"], value: string) {
  return () => (
    <b key={address.metric}>
      <FigureAt address={address} value={value} />
    </b>
  );
}

function Standing({ lead, revenue: kpi, period, f }: Props) {
  const t = useTranslations("dashboard");
  if (lead.phase === "ahead" || !kpi) return t.rich("lead.notStarted", { period });
  const revenue = f.money(lead.actual);
  const sold = figure(kpi.address, revenue);
  if (lead.attainment === null) return t.rich("lead.noTarget", { sold, period, revenue });
  const attainment = f.percent(lead.attainment);
  const attained = figure(kpi.against, attainment);
  if (lead.phase === "over")
    return t.rich("lead.over", { attained, sold, period, attainment, revenue });
  const elapsed = f.percent(lead.weight);
  const gone = figure({ ...kpi.against, metric: "time_elapsed" }, elapsed);
  const status = t(`status.${lead.status ?? "none"}`);
  return t.rich("lead.running", { attained, gone, b: bold, period, attainment, elapsed, status });
}
