import { useTranslations } from "next-intl";
import { ExportMenu } from "@/components/tables/export-menu";
import { EXPLORED, SPANS, TOPS } from "@/lib/analysis/domain/explore-choices";
import type { ExploreView } from "@/lib/analysis/domain/explore-view";
import { UrlSelect } from "./url-select";

/** What is looked at, by what, over which time, as a chart or a table; and the file of it. */
export function ExploreSwitches({ view, asTable }: { view: ExploreView; asTable: boolean }) {
  const { metric, by, grain, span, top, dimensions, grains, members } = view;
  const t = useTranslations("analysis.explore");
  const names = useTranslations("metrics");
  const l = useTranslations("lists");
  const none = { value: "", label: t("nothingBy") };
  return (
    <>
      <UrlSelect
        param="metric"
        label={t("metric")}
        value={metric}
        options={EXPLORED.map((id) => ({ value: id, label: names(`${id}.name`) }))}
      />
      <UrlSelect
        param="by"
        label={t("byLabel")}
        value={by ?? ""}
        options={[none, ...dimensions.map((one) => ({ value: one, label: t(`by.${one}`) }))]}
        clears={["top"]}
      />
      {grains.length > 0 ? (
        <UrlSelect
          param="grain"
          label={t("grainLabel")}
          value={grain ?? ""}
          options={[none, ...grains.map((one) => ({ value: one, label: t(`grain.${one}`) }))]}
          clears={["top"]}
        />
      ) : null}
      <UrlSelect
        param="span"
        label={t("spanLabel")}
        value={span}
        options={SPANS.map((one) => ({ value: one, label: t(`span.${one}`) }))}
      />
      {members && (grain || !asTable) && members.total > TOPS[0] ? (
        <UrlSelect
          param="top"
          label={t("topLabel")}
          value={String(top)}
          options={TOPS.map((one) => ({
            value: String(one),
            label: t(`top.${members.ranked}`, { count: one }),
          }))}
        />
      ) : null}
      <UrlSelect
        param="show"
        label={t("showLabel")}
        value={asTable ? "table" : "chart"}
        options={(["chart", "table"] as const).map((one) => ({
          value: one,
          label: t(`show.${one}`),
        }))}
      />
      <ExportMenu
        href="/api/export/explorer"
        label={l("export")}
        formats={[
          { value: "xlsx", label: l("xlsx") },
          { value: "csv", label: l("csv") },
        ]}
      />
    </>
  );
}
