import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { type ExploreView, isOthers } from "@/lib/analysis/domain/explore-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { lastDay } from "@/lib/shared/period";
import { useExploreWords } from "./explore-words";

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** The figure of the whole, of which time, and where it is highest and lowest. */
export function ExploreLead({
  view,
  startMonth,
  f,
}: {
  view: ExploreView;
  startMonth: number;
  f: Formatter;
}) {
  const { metric, whole, rows, range, by, grain, members } = view;
  const t = useTranslations("analysis.explore");
  const names = useTranslations("metrics");
  const words = useExploreWords(view, startMonth, f);
  if (range.from >= range.to) return t("notBegun");
  // Records without a member are none to be named.
  const known = rows.filter(
    (row) => row.value !== null && !isOthers(row) && (!by || row.key !== null),
  );
  const ranked = known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [high, low] = [ranked[0], ranked.at(-1)];
  const nameOf = (row: (typeof rows)[number]) =>
    [by ? words.member(row) : "", grain ? words.time(row) : ""].filter(Boolean).join(" · ");
  const text = (row: (typeof rows)[number]) => addressText(f, row.address, row.value);
  const opened = (row: (typeof rows)[number]) => () => (
    <b key={`${row.key} ${row.bucket}`}>
      <FigureAt address={row.address} who={nameOf(row)} value={text(row)} />
    </b>
  );
  return (
    <>
      {t.rich("lead", {
        b: bold,
        metric: names(`${metric}.name`),
        from: f.dateShort(range.from),
        to: f.dateShort(lastDay(range)),
        n: f.number(whole.n),
        count: (chunks) => (
          <span key="n">
            <FigureAt address={whole.address} value={`${chunks}`} />
          </span>
        ),
        value: () => (
          <b key="value">
            <FigureAt address={whole.address} value={addressText(f, whole.address, whole.value)} />
          </b>
        ),
      })}{" "}
      {high && low && high !== low
        ? t.rich(members && members.shown < members.total ? "leadShown" : "leadRange", {
            b: bold,
            h: opened(high),
            l: opened(low),
            count: members?.shown ?? 0,
            high: nameOf(high),
            highValue: text(high),
            low: nameOf(low),
            lowValue: text(low),
          })
        : null}
    </>
  );
}
