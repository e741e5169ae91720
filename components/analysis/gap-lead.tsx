import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { isReversed } from "@/lib/analysis/domain/gap-choices";
import type { Addressed, GapView } from "@/lib/analysis/domain/gap-view";
import { memberAt } from "@/lib/analysis/domain/gap-working";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useGapWords } from "./gap-words";
import { Worked, workedWords } from "./worked";

/** How far a figure is from what it is held against, and which members are the largest causes of it. */
export function GapLead({ view, period, f }: { view: GapView; period: string; f: Formatter }) {
  const { metric, split, causes } = view;
  const t = useTranslations("analysis.gap");
  const names = useTranslations("metrics");
  const words = useGapWords(metric, f);
  if (!split) return t("nothing", { period });
  const figure = ({ address, value }: Addressed) => {
    const shown = () => (
      <b key={address.metric}>
        <FigureAt address={address} value={addressText(f, address, value)} />
      </b>
    );
    return shown;
  };
  const join = f.locale === "en" ? ", " : "、";
  const largest = causes.map(({ by, members }, index) => (
    <Fragment key={by}>
      {index > 0 ? (f.locale === "en" ? "; " : "；") : null}
      {t.rich("causeOf", {
        by: t(`by.${by}`),
        names: () =>
          members.map((member, at) => (
            <Fragment key={member.key}>
              {at > 0 ? join : null}
              {words.name(by, member)}{" "}
              <span className="whitespace-nowrap">
                (
                <Worked
                  self={view.self}
                  at={memberAt(by, member.key)}
                  label={words.name(by, member)}
                  value={words.difference(member.contribution)}
                />
                )
              </span>
            </Fragment>
          )),
      })}
    </Fragment>
  ));
  const behind = split.gap * (isReversed(metric) ? -1 : 1) < 0;
  return (
    <>
      {t.rich(split.gap === 0 ? "lead.level" : behind ? "lead.behind" : "lead.ahead", {
        b: workedWords(view.self, "gap"),
        now: figure(split.now),
        base: figure(split.against),
        metric: names(`${metric}.name`),
        period,
        against: t(`against.${split.base}`),
        gap: words.difference(split.gap),
      })}{" "}
      {largest.length > 0
        ? t.rich(behind ? "lead.causes" : "lead.carriers", {
            ...{ b: () => <b key="causes">{largest}</b>, causes: "" },
          })
        : null}
    </>
  );
}
