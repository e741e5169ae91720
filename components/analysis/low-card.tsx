import Link from "next/link";
import { useTranslations } from "next-intl";
import { Sparkline } from "@/components/charts/sparkline";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { LOW_RULE } from "@/lib/analysis/domain/persistent-low";
import type { LowProduct, TrendsView } from "@/lib/analysis/domain/trends-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addMonths } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { Worked } from "./worked";

type Props = { view: TrendsView; f: Formatter; hrefOf: (product: string) => string };

/** Products against the others, those that stay low first. */
export function LowCard({ view, f, hrefOf }: Props) {
  const t = useTranslations("analysis.trends.low");
  const { window, months, share } = LOW_RULE;
  const rule = { window, months, share: f.percent(share, 0), judged: f.number(view.judged) };
  const words = { low: t("isLow"), course: t("course"), level: t("level") };
  return (
    <Card flush title={t("title")} sub={t("rule", rule)}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "product", label: t("product") },
          { id: "course", label: t("course"), wideOnly: true },
          { id: "level", label: t("level"), align: "right" },
          { id: "tau", label: "τ", align: "right", wideOnly: true },
          { id: "q", label: "q", align: "right", wideOnly: true },
          { id: "sold", label: t("sold"), align: "right" },
        ]}
        rows={view.products.map((one) => ({
          id: one.key,
          cells: cells(one, { view, f, hrefOf }, words),
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

function cells(
  one: LowProduct,
  { view, f, hrefOf }: Props,
  words: { low: string; course: string; level: string },
) {
  const name = one.name ? localName(one.name, f.locale) : "—";
  const last = view.months.at(-1)?.month;
  const to = last && addMonths(last, 1);
  const where = { ...view.where, product: one.key };
  const sold = view.metric === "revenue" ? f.money(one.sold) : f.number(one.sold, 0);
  const at = (what: string, value: string) => (
    <Worked self={view.self} at={`low.${one.key}`} label={`${name} ${what}`} value={value} />
  );
  return {
    product: (
      <span className="inline-flex flex-wrap items-center gap-1.5">
        <Link className="link" href={hrefOf(one.key)}>
          {name}
        </Link>
        {one.isLow ? <Tag status="bad">{words.low}</Tag> : null}
      </span>
    ),
    course: <Sparkline values={one.index} label={`${name} ${words.course}`} />,
    level: at(words.level, f.percent(one.level, 0)),
    tau: at("τ", f.number(one.tau, 2)),
    q: at("q", one.q < 0.001 ? "<0.001" : f.number(one.q, 3)),
    sold: to ? (
      <FigureAt
        address={{ metric: view.metric, range: { from: addMonths(to, -12), to }, where }}
        who={name}
        value={sold}
      />
    ) : (
      sold
    ),
  };
}
