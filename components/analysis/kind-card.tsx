import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import type { EffortView, KindView } from "@/lib/analysis/domain/effort-view";
import { type Outcome, winRate } from "@/lib/analysis/domain/outcome";
import { dealListHref } from "@/lib/deals/schema";
import { rateDifference } from "@/lib/metrics/domain/rate-interval";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { RateCell } from "./rate-cell";
import { Worked } from "./worked";

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
          cells: { kind: kinds(one.kind), ...cells(one, kinds(one.kind), { view, f }, t) },
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

const ends = ({ low, high }: { low: number; high: number }, f: Formatter) =>
  `${f.signedNumber(low * 100, 0)}…${f.signedNumber(high * 100, 0)}`;

const tries = ({ won, lost }: Outcome) => ({ hits: won, n: won + lost });

function cells(
  { kind, done, without }: KindView,
  name: string,
  { view, f }: Props,
  t: ReturnType<typeof useTranslations<"analysis.effort.kinds">>,
) {
  const [own, other] = [winRate(done), winRate(without)];
  const difference = rateDifference(tries(done), tries(without));
  const { rep, unit } = view.where;
  const href = dealListHref({
    ...{ from: view.window.from, to: view.window.to, date: "closed", kind: "closed", did: [kind] },
    ...{ owner: rep ? [rep] : undefined, unit: unit ?? undefined },
  });
  const at = (what: "rate" | "without" | "difference" | "size" | "cycle", value: string) => (
    <Worked self={view.self} at={`kind.${kind}`} label={`${name} ${t(what)}`} value={value} />
  );
  const pair = (a: ReactNode, b: ReactNode) => (
    <>
      {a} <span className="text-muted text-xs">/ {b}</span>
    </>
  );
  const size = ({ revenue, won }: Outcome) => f.money(ratio(revenue, won));
  return {
    n: <Figure label={name} value={f.number(own.n)} href={href} />,
    rate: (
      <RateCell
        rate={f.percent(own.rate)}
        interval={own.interval}
        at={(text) => at("rate", text)}
        f={f}
      />
    ),
    without: (
      <>
        {at("without", f.percent(other.rate))}{" "}
        <span className="text-muted text-xs">n = {at("without", f.number(other.n))}</span>
      </>
    ),
    difference: difference ? (
      <>
        {at("difference", f.signedPoints(difference.difference))}
        <span className="ml-1.5 text-muted text-xs">{at("difference", ends(difference, f))}</span>
      </>
    ) : (
      "—"
    ),
    size: pair(at("size", size(done)), at("size", size(without))),
    cycle: pair(at("cycle", f.days(done.cycle)), at("cycle", f.days(without.cycle))),
  };
}
