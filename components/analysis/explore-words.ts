import { useTranslations } from "next-intl";
import type { ExploreRow, ExploreView } from "@/lib/analysis/domain/explore-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import { localName } from "@/lib/shared/local-name";

/** Members and times of an exploration in words; quarters and years are fiscal. */
export function useExploreWords({ by, grain }: ExploreView, startMonth: number, f: Formatter) {
  const t = useTranslations("analysis.explore");
  return {
    member: ({ name, key }: Pick<ExploreRow, "name" | "key">) => {
      if (name) return localName(name, f.locale);
      return by && key === null ? t("none") : "—";
    },
    time: ({ bucket }: Pick<ExploreRow, "bucket">) => {
      if (!bucket || !grain) return "—";
      if (grain === "day") return f.dateShort(bucket);
      if (grain === "week") return t("weekOf", { day: f.dateShort(bucket) });
      if (grain === "month") return f.month(bucket);
      return f.period(fiscalPeriodContaining(startMonth, grain, bucket).label);
    },
  };
}
