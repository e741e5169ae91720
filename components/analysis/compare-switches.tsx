import { useTranslations } from "next-intl";
import { COMPARE_METRICS } from "@/lib/analysis/domain/compare-choices";
import type { CompareView } from "@/lib/analysis/domain/compare-view";
import { UrlSelect } from "./url-select";

/** Which figure, of whom, and what makes them comparable. */
export function CompareSwitches({ view }: { view: CompareView }) {
  const { metric, of, norm, kinds, norms } = view;
  const t = useTranslations("analysis.compare");
  const names = useTranslations("metrics");
  return (
    <>
      <UrlSelect
        param="of"
        label={t("compared")}
        value={of}
        options={kinds.map((kind) => ({ value: kind, label: t(`of.${kind}`) }))}
        clears={["norm"]}
      />
      <UrlSelect
        param="metric"
        label={t("metric")}
        value={metric}
        options={COMPARE_METRICS.map((id) => ({ value: id, label: names(`${id}.name`) }))}
        clears={["norm"]}
      />
      {norms.length > 1 ? (
        <UrlSelect
          param="norm"
          label={t("normLabel")}
          value={norm}
          options={norms.map((one) => ({ value: one, label: t(`norm.${one}`) }))}
        />
      ) : null}
    </>
  );
}
