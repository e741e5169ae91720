import { BarChart } from "@/components/charts/bar-chart";
import type { ChartPoint, ChartSeries } from "@/components/charts/chart-types";
import { LineChart } from "@/components/charts/line-chart";
import { addressText } from "@/components/figures/figure-text";
import { defaultTop } from "@/lib/analysis/domain/explore-choices";
import {
  type ExploreView,
  exploredNotes,
  isOthers,
  membersIn,
} from "@/lib/analysis/domain/explore-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { chartNumbers } from "./chart-numbers";
import { ExploreMultiples } from "./explore-multiples";
import { useExploreTitle, useExploreWords, useShownText } from "./explore-words";
import { NoteCard } from "./note-card";

type Props = { view: ExploreView; startMonth: number; f: Formatter };

/** Bars; over time lines, and a small chart each where there are more members than colours of lines. */
export function ExploreChart(props: Props) {
  const { grain, members } = props.view;
  if (!grain) return <Ranked {...props} />;
  const lines = !members || members.shown <= defaultTop(grain);
  return lines ? <OverTime {...props} /> : <ExploreMultiples {...props} />;
}

function OverTime(props: Props) {
  const { view, startMonth, f } = props;
  const { rows, by, grain, metric } = view;
  const words = useExploreWords(view, startMonth, f);
  const shown = useShownText(view, f);
  const { name, title, t } = useExploreTitle(view);
  const members = membersIn(rows);
  const idOf = (key: string | null) => key ?? "none";
  const buckets = Map.groupBy(rows, ({ bucket }) => bucket);
  const points = [...buckets.values()].map((all): ChartPoint => {
    const own = all.filter((row) => !isOthers(row));
    return {
      label: all[0] ? words.time(all[0]) : "—",
      values: Object.fromEntries(own.map(({ key, value }) => [idOf(key), value])),
      texts: Object.fromEntries(
        own.map(({ key, address, value }) => [idOf(key), addressText(f, address, value)]),
      ),
    };
  });
  const series = members.map(
    (row): ChartSeries => ({ key: idOf(row.key), label: by ? words.member(row) : name }),
  );
  const notes = exploredNotes(view);
  const timeOf = (bucket: BusinessDate) => {
    const row = rows.find((one) => one.bucket === bucket);
    return row ? words.time(row) : "—";
  };
  return (
    <div className="grid gap-3.5">
      <LineChart
        title={title}
        summary={by ? shown : t("line")}
        points={points}
        series={series}
        events={notes.map(({ number, bucket }) => ({ at: timeOf(bucket), label: `${number}` }))}
        numbers={chartNumbers(f, metric)}
        pointHeading={grain ? t(`grain.${grain}`) : ""}
        height={340}
      />
      {notes.length > 0 ? <NoteCard notes={notes} nameOf={timeOf} /> : null}
    </div>
  );
}

function Ranked(props: Props) {
  const { view, startMonth, f } = props;
  const { rows, by, metric } = view;
  const words = useExploreWords(view, startMonth, f);
  const summary = useShownText(view, f);
  const { name, title, t } = useExploreTitle(view);
  const shown = rows.filter((row) => !isOthers(row));
  return (
    <BarChart
      title={title}
      summary={summary}
      direction="rows"
      showValues
      points={shown.map((row) => ({
        label: by ? words.member(row) : name,
        values: { value: row.value },
        texts: { value: addressText(f, row.address, row.value) },
      }))}
      series={[{ key: "value", label: name, color: 1 }]}
      numbers={chartNumbers(f, metric)}
      pointHeading={by ? t(`by.${by}`) : t("metric")}
    />
  );
}
