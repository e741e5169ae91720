import { type Panel, SmallMultiples } from "@/components/charts/small-multiples";
import { addressText } from "@/components/figures/figure-text";
import { type ExploreRow, type ExploreView, membersIn } from "@/lib/analysis/domain/explore-view";
import { figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useExploreTitle, useExploreWords, useShownText } from "./explore-words";

/** A small chart for each member over time, all on one scale. */
export function ExploreMultiples({
  view,
  startMonth,
  f,
}: {
  view: ExploreView;
  startMonth: number;
  f: Formatter;
}) {
  const words = useExploreWords(view, startMonth, f);
  const summary = useShownText(view, f);
  const { title, t } = useExploreTitle(view);
  const times = view.wholes;
  const [first, last] = [times[0], times.at(-1)];
  const byMember = Map.groupBy(view.rows, ({ key }) => key);
  const courseOf = (key: string | null): (ExploreRow | undefined)[] => {
    const own = new Map((byMember.get(key) ?? []).map((row) => [row.bucket, row]));
    return times.map(({ bucket }) => own.get(bucket));
  };
  const courses = membersIn(view.rows).map(({ key, name }) => ({
    key,
    label: words.member({ key, name }),
    course: courseOf(key),
  }));
  const text = (row: ExploreRow | undefined) =>
    row ? addressText(f, row.address, row.value) : "—";
  const panels = courses.map(({ key, label, course }): Panel => {
    const latest = course.findLast((row) => row);
    return {
      ...{ id: key ?? "none", label, value: text(latest) },
      href: latest && figureHref(latest.address),
      alt: t("courseOf", { name: label, value: text(latest) }),
      values: course.map((row) => row?.value ?? null),
    };
  });
  return (
    <SmallMultiples
      title={title}
      summary={`${summary} ${t("oneScale")}`}
      panels={panels}
      ends={[first ? words.time(first) : "", last ? words.time(last) : ""]}
      more={t("morePanels", { count: Math.max(0, panels.length - 24) })}
      table={{
        head: [view.by ? t(`by.${view.by}`) : "", ...times.map((row) => words.time(row))],
        rows: courses.map(({ label, course }) => [label, ...course.map(text)]),
        raw: courses.map(({ label, course }) => [
          label,
          ...course.map((row) => row?.value ?? null),
        ]),
      }}
    />
  );
}
