import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { Pagination } from "@/components/tables/pagination";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import type { ExploreDimension } from "@/lib/analysis/domain/explore-choices";
import { type ExploreRow, type ExploreView, isOthers } from "@/lib/analysis/domain/explore-view";
import { othersAt } from "@/lib/analysis/domain/explore-working";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { isAdditive } from "@/lib/metrics/domain/catalogue";
import { isMeasured } from "@/lib/metrics/domain/figure";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { ExploreCross } from "./explore-cross";
import { useExploreWords, useShownText } from "./explore-words";
import { Worked } from "./worked";

type Props = {
  view: ExploreView;
  startMonth: number;
  f: Formatter;
  /** The page of members, from 1, and how many it has. */
  page: number;
  pageSize: number;
};

/** The figures one by one, each opening its records: members or times as rows, of both a table across. */
export function ExploreTable(props: Props) {
  return props.view.by && props.view.grain ? <ExploreCross {...props} /> : <OneByOne {...props} />;
}

/** The same member's share of the whole. */
function shareAddress(address: FigureAddress, by: ExploreDimension): FigureAddress {
  const { metric, where } = address;
  if (!isMeasured(metric)) return address;
  return { ...address, metric: "share", of: metric, part: where.direct ? "direct" : by };
}

function OneByOne({ view, startMonth, f, page, pageSize }: Props) {
  const { rows, by, grain, metric, whole, members } = view;
  const t = useTranslations("analysis.explore");
  const words = useExploreWords(view, startMonth, f);
  const shown = useShownText(view, f);
  const name = useTranslations("metrics")(`${metric}.name`);
  const head = grain ? t(`grain.${grain}`) : by ? t(`by.${by}`) : t("metric");
  const nameOf = (row: ExploreRow) => (grain ? words.time(row) : by ? words.member(row) : name);
  const right = { align: "right" } as const;
  const others = (row: ExploreRow, value: string) => (
    <Worked self={view.self} at={othersAt(row.bucket)} label={nameOf(row)} value={value} />
  );
  const sums = by !== null && isAdditive(metric);
  return (
    <Card flush title={name} sub={[shown, t("opens")].filter(Boolean).join(" ")}>
      <SimpleTable
        caption={name}
        columns={[
          { id: "name", label: head },
          { id: "value", label: name, ...right },
          ...(sums ? [{ id: "share", label: t("share"), ...right }] : []),
          { id: "n", label: t("columns.n"), ...right },
        ]}
        rows={rows.map((row) => ({
          id: `${row.bucket} ${row.key}`,
          cells: {
            name: nameOf(row),
            value: isOthers(row) ? (
              others(row, addressText(f, row.address, row.value))
            ) : (
              <FigureAt
                address={row.address}
                who={nameOf(row)}
                value={addressText(f, row.address, row.value)}
              />
            ),
            share:
              by && !isOthers(row) ? (
                <FigureAt
                  address={shareAddress(row.address, by)}
                  who={nameOf(row)}
                  value={f.percent(ratio(row.value, whole.value))}
                />
              ) : (
                others(row, f.percent(ratio(row.value, whole.value)))
              ),
            n: isOthers(row) ? (
              others(row, f.number(row.n))
            ) : (
              <FigureAt address={row.address} who={nameOf(row)} value={f.number(row.n)} />
            ),
          },
        }))}
        totals={
          by || grain
            ? {
                name: t("whole"),
                value: (
                  <FigureAt
                    address={whole.address}
                    value={addressText(f, whole.address, whole.value)}
                  />
                ),
                n: <FigureAt address={whole.address} value={f.number(whole.n)} />,
              }
            : undefined
        }
      />
      {members && members.total > members.shown ? (
        <Pagination total={members.total} page={page} pageSize={pageSize} />
      ) : null}
    </Card>
  );
}
