import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import {
  type ExploreRow,
  type ExploreView,
  isOthers,
  membersIn,
} from "@/lib/analysis/domain/explore-view";
import { othersAt } from "@/lib/analysis/domain/explore-working";
import { elapses } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useExploreWords, useShownText } from "./explore-words";
import { Worked } from "./worked";

/** Times as rows and members as columns, all other members in one column and the whole in the last. */
export function ExploreCross({
  view,
  startMonth,
  f,
}: {
  view: ExploreView;
  startMonth: number;
  f: Formatter;
}) {
  const { rows, wholes, grain, metric, whole, self } = view;
  const t = useTranslations("analysis.explore");
  const words = useExploreWords(view, startMonth, f);
  const shown = useShownText(view, f);
  const name = useTranslations("metrics")(`${metric}.name`);
  const others = rows.find(isOthers);
  const members = [...membersIn(rows), ...(others ? [others] : [])];
  const byTime = Map.groupBy(rows, ({ bucket }) => bucket);
  const columnOf = ({ key }: Pick<ExploreRow, "key">) => `member ${key}`;
  const right = { align: "right" } as const;
  // Only what sums over time has a sum of its times.
  const totalOf = (row: ExploreRow) => {
    const own = rows.filter(({ key }) => key === row.key);
    const value = own.reduce((sum, one) => sum + (one.value ?? 0), 0);
    const total = { ...row, value, address: { ...row.address, range: view.range } };
    const cell = <Cell key={columnOf(row)} row={total} who={words.member(row)} {...{ self, f }} />;
    return [columnOf(row), cell];
  };
  return (
    <Card flush title={name} sub={`${shown} ${t("opens")}`}>
      <SimpleTable
        caption={name}
        columns={[
          { id: "time", label: grain ? t(`grain.${grain}`) : "", nowrap: true },
          ...members.map((row) => ({ id: columnOf(row), label: words.member(row), ...right })),
          { id: "whole", label: t("whole"), ...right },
        ]}
        rows={wholes.map((row) => ({
          id: row.bucket ?? "",
          cells: {
            time: words.time(row),
            whole: <Cell row={row} who={words.time(row)} {...{ self, f }} />,
            ...Object.fromEntries(
              (byTime.get(row.bucket) ?? []).map((one) => [
                columnOf(one),
                <Cell
                  key={columnOf(one)}
                  row={one}
                  who={`${words.member(one)} ${words.time(one)}`}
                  {...{ self, f }}
                />,
              ]),
            ),
          },
        }))}
        totals={{
          time: t("whole"),
          whole: <Cell row={whole} who={t("whole")} {...{ self, f }} />,
          ...(elapses(metric) ? Object.fromEntries(membersIn(rows).map(totalOf)) : {}),
        }}
      />
    </Card>
  );
}

function Cell({
  row,
  who,
  self,
  f,
}: {
  row: Pick<ExploreRow, "address" | "value"> & Partial<Pick<ExploreRow, "key" | "bucket">>;
  who: string;
  self: string;
  f: Formatter;
}) {
  const value = addressText(f, row.address, row.value);
  if (isOthers({ key: row.key ?? null }))
    return <Worked self={self} at={othersAt(row.bucket ?? null)} label={who} value={value} />;
  return <FigureAt address={row.address} who={who} value={value} />;
}
