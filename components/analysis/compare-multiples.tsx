import { useTranslations } from "next-intl";
import { type Panel, SmallMultiples } from "@/components/charts/small-multiples";
import { figureText } from "@/components/figures/figure-text";
import { Tag } from "@/components/ui/tag";
import type { CompareView } from "@/lib/analysis/domain/compare-view";
import { workingHref } from "@/lib/analysis/domain/working";
import { figureHref } from "@/lib/figures/domain/figure-link";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { compareText } from "./compare-text";
import { UrlSelect } from "./url-select";
import { Worked } from "./worked";

const OPEN = 24;

/** A small chart over time for each member in the order of their rank, all on one scale, with the median of all. */
export function CompareMultiples({
  view,
  ownScale,
  f,
}: {
  view: CompareView;
  /** Each on its own scale: one member far above all others would else flatten them. */
  ownScale: boolean;
  f: Formatter;
}) {
  const { metric, norm, of, members, times, medianCourse, grain } = view;
  const t = useTranslations("analysis.compare");
  const names = useTranslations("metrics");
  const name = names(`${metric}.name`);
  const at = (value: number | null) => figureText(f, unitOf({ metric }), value);
  const known = members.flatMap(({ course }) => course).filter((value) => value !== null);
  const high = Math.max(0, ...known);
  const timeOf = (day: (typeof times)[number]) =>
    grain === "month" ? f.month(day) : f.dateShort(day);
  const labelOf = (member: (typeof members)[number]) =>
    member.name ? localName(member.name, f.locale) : "—";
  const panels = members.map((member, index): Panel => {
    const { key, figure, course, z, isOutlier, value } = member;
    const label = labelOf(member);
    return {
      ...{ id: key, label, lead: `${index + 1}`, values: course },
      leadHref: workingHref(view.self, `member.${key}`),
      value: compareText(f, view, value),
      href: norm === "none" ? figureHref(figure.address) : workingHref(view.self, `member.${key}`),
      tag:
        z !== null && isOutlier ? (
          <Tag status={z < 0 ? "warn" : "good"}>
            <Worked
              self={view.self}
              at={`member.${key}`}
              label={`${label} ${t("mark")}`}
              value={t(z < 0 ? "below" : "above", { z: f.signedNumber(z, 1) })}
            />
          </Tag>
        ) : null,
      alt: t("courseOf", { name: label }),
    };
  });
  const isSum = metricOf(metric).form === "sum";
  const perHead = norm === "head" || norm === "ramped";
  const drawn = isSum ? t(perHead ? "drawn.head" : "drawn.day", { metric: name }) : name;
  const [first, last] = [times[0], times.at(-1)];
  return (
    <SmallMultiples
      title={t("multiples", { of: t(`of.${of}`) })}
      summary={t(ownScale ? "ownScaleSummary" : "multiplesSummary", {
        drawn,
        grain: t(`grain.${grain}`),
        high: at(high),
      })}
      panels={panels}
      ownScale={ownScale}
      actions={
        <UrlSelect
          param="scale"
          label={t("scaleLabel")}
          value={ownScale ? "own" : "same"}
          options={(["same", "own"] as const).map((one) => ({
            value: one,
            label: t(`scale.${one}`),
          }))}
        />
      }
      reference={medianCourse}
      ends={[first ? timeOf(first) : "", last ? timeOf(last) : ""]}
      open={OPEN}
      more={t("morePanels", { count: members.length - OPEN })}
      table={{
        head: [t(`of.${of}`), ...times.map(timeOf)],
        rows: [
          ...members.map((member) => [labelOf(member), ...member.course.map(at)]),
          [t("median"), ...medianCourse.map(at)],
        ],
        raw: [
          ...members.map((member) => [labelOf(member), ...member.course]),
          [t("median"), ...medianCourse],
        ],
      }}
    />
  );
}
