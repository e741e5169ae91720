import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import type { EffortView, KindView } from "@/lib/analysis/domain/effort-view";
import { type Outcome, winRate } from "@/lib/analysis/domain/outcome";
import { rateDifference } from "@/lib/analysis/domain/rate-interval";
import { dealListHref } from "@/lib/deals/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { RateCell } from "./rate-cell";

type Props = { view: EffortView; f: Formatter };

const right = { align: "right" } as const;

/** Closed deals with and without each kind of activity: rate, its difference, size and cycle. */
export function KindCard({ view, f }: Props) {
  const t = useTranslations("analysis.effort.kinds");
  const kinds = useTranslations("activityForm.kinds");
  return (
    <Card flush title={t("title")} sub={t("caution")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "kind", label: t("kind"), nowrap: true },
          { id: "n", label: t("with"), ...right },
          { id: "rate", label: t("rate"), ...right },
          { id: "without", label: t("without"), ...right },
          { id: "difference", label: t("difference"), ...right },
          { id: "size", label: t("size"), ...right },
          { id: "cycle", label: t("cycle"), ...right },
        ]}
        rows={view.kinds.map((one) => ({
          id: one.kind,
          cells: { kind: kinds(one.kind), ...cells(one, kinds(one.kind), { view, f }) },
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

const tries = ({ won, lost }: Outcome) => ({ hits: won, n: won + lost });

function cells({ kind, done, without }: KindView, name: string, { view, f }: Props) {
  const [own, other] = [winRate(done), winRate(without)];
  const difference = rateDifference(tries(done), tries(without));
  const { rep, unit } = view.where;
  const href = dealListHref({
    ...{ from: view.window.from, to: view.window.to, date: "closed", kind: "closed", did: [kind] },
    ...{ owner: rep ? [rep] : undefined, unit: unit ?? undefined },
  });
  const pair = (a: string, b: string) => (
    <>
      {a} <span className="text-muted text-xs">/ {b}</span>
    </>
  );
  const size = ({ revenue, won }: Outcome) => f.money(ratio(revenue, won));
  return {
    n: <Figure label={name} value={f.number(own.n)} href={href} />,
    rate: <RateCell rate={f.percent(own.rate)} interval={own.interval} f={f} />,
    without: (
      <>
        {f.percent(other.rate)} <span className="text-muted text-xs">n = {f.number(other.n)}</span>
      </>
    ),
    difference: difference ? (
      <>
        {f.signedPoints(difference.difference)}
        <span className="ml-1.5 text-muted text-xs">
          {f.signedNumber(difference.low * 100, 0)}…{f.signedNumber(difference.high * 100, 0)}
        </span>
      </>
    ) : (
      "—"
    ),
    size: pair(size(done), size(without)),
    cycle: pair(f.days(done.cycle), f.days(without.cycle)),
  };
}
