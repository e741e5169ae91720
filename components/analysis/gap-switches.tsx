import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { DRILLS, GAP_METRICS } from "@/lib/analysis/domain/gap-choices";
import type { Drilled, GapView } from "@/lib/analysis/domain/gap-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { UrlSelect } from "./url-select";

type Props = {
  view: GapView;
  f: Formatter;
  /** The page without one of the members it is limited to. */
  without: (drilled: Drilled) => string;
};

/** Which figure, against what, split by what; and what it is limited to, each to be taken off. */
export function GapSwitches({ view, f, without }: Props) {
  const { metric, split, bases, dimensions, drilled, cross } = view;
  const t = useTranslations("analysis.gap");
  const names = useTranslations("metrics");
  return (
    <>
      <UrlSelect
        param="metric"
        label={t("metric")}
        value={metric}
        options={GAP_METRICS.map((id) => ({ value: id, label: names(`${id}.name`) }))}
        clears={[...DRILLS, "by", "against", "across"]}
      />
      {split ? (
        <>
          <UrlSelect
            param="against"
            label={t("heldAgainst")}
            value={split.base}
            options={bases.map((base) => ({ value: base, label: t(`against.${base}`) }))}
          />
          <UrlSelect
            param="by"
            label={t("splitLabel")}
            value={split.by}
            options={dimensions.map((by) => ({ value: by, label: t(`by.${by}`) }))}
            clears={["across"]}
          />
          {cross ? (
            <UrlSelect
              param="across"
              label={t("acrossLabel")}
              value={cross.across}
              options={cross.choices.map((one) => ({ value: one, label: t(`by.${one}`) }))}
            />
          ) : null}
        </>
      ) : null}
      {drilled.map((one) => (
        <LinkButton
          key={one.dimension}
          size="sm"
          href={without(one)}
          scroll={false}
          icon={<X aria-hidden="true" />}
        >
          {t("only", {
            by: t(`by.${one.dimension}`),
            name: one.name ? localName(one.name, f.locale) : "—",
          })}
        </LinkButton>
      ))}
    </>
  );
}
