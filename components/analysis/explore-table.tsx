import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ExploreView } from "@/lib/analysis/domain/explore-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useExploreWords } from "./explore-words";

const LIMIT = 500;

/** The figures one by one, each opening its records; the file has those beyond the limit. */
export function ExploreTable({
  view,
  startMonth,
  f,
}: {
  view: ExploreView;
  startMonth: number;
  f: Formatter;
}) {
  const { rows, by, grain, metric } = view;
  const t = useTranslations("analysis.explore");
  const names = useTranslations("metrics");
  const words = useExploreWords(view, startMonth, f);
  const name = names(`${metric}.name`);
  const columns = [
    ...(grain ? [{ id: "bucket", label: t(`grain.${grain}`), nowrap: true }] : []),
    ...(by ? [{ id: "member", label: t(`by.${by}`), nowrap: true }] : []),
    ...(by || grain ? [] : [{ id: "metric", label: t("metric") }]),
    { id: "value", label: name, align: "right" as const },
    { id: "n", label: "n", align: "right" as const },
  ];
  return (
    <Card
      flush
      title={name}
      sub={t("rows", { shown: Math.min(rows.length, LIMIT), all: rows.length })}
    >
      <SimpleTable
        caption={name}
        columns={columns}
        rows={rows.slice(0, LIMIT).map((row) => {
          const who = [by ? words.member(row) : "", grain ? words.time(row) : ""];
          const of = who.filter(Boolean).join(" ") || undefined;
          return {
            id: `${row.bucket} ${row.key}`,
            cells: {
              metric: name,
              bucket: words.time(row),
              member: words.member(row),
              value: (
                <FigureAt
                  address={row.address}
                  who={of}
                  value={addressText(f, row.address, row.value)}
                />
              ),
              n: <FigureAt address={row.address} who={of} value={f.number(row.n)} />,
            },
          };
        })}
        empty={<EmptyState title={t("empty")} />}
      />
    </Card>
  );
}
