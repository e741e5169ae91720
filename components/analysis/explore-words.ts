import { useTranslations } from "next-intl";
import { type ExploreRow, type ExploreView, isOthers } from "@/lib/analysis/domain/explore-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import { localName } from "@/lib/shared/local-name";
import { ratio } from "@/lib/shared/ratio";

/** Members and times of an exploration in words; quarters and years are fiscal. */
export function useExploreWords(
  { by, grain, members }: Pick<ExploreView, "by" | "grain" | "members">,
  startMonth: number,
  f: Formatter,
) {
  const t = useTranslations("analysis.explore");
  return {
    member: ({ name, key }: Pick<ExploreRow, "name" | "key">) => {
      if (members && isOthers({ key }))
        return t("others", { count: f.number(members.total - members.shown) });
      if (name) return localName(name, f.locale);
      if (!by || key !== null) return "—";
      const word = t(`by.${by}`);
      return t("none", { by: f.locale === "en" ? word.toLowerCase() : word });
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

/** Which of how many members are shown, and what all others are together. */
export function useShownText({ members, rows, whole }: ExploreView, f: Formatter): string {
  const t = useTranslations("analysis.explore");
  if (!members) return "";
  const { shown, total, offset, ranked } = members;
  if (shown >= total) return t("allShown", { count: f.number(total) });
  const others = rows.filter(isOthers);
  const value = others.reduce((sum, row) => sum + (row.value ?? 0), 0);
  const place = {
    from: f.number(offset + 1),
    to: f.number(offset + shown),
    total: f.number(total),
  };
  const rest = f.number(total - shown);
  return ranked === "value"
    ? t("largestShown", { ...place, rest, share: f.percent(ratio(value, whole.value)) })
    : t("mostShown", { ...place, rest });
}

/** The metric, by what and over which times. */
export function useExploreTitle({ metric, by, grain }: ExploreView) {
  const t = useTranslations("analysis.explore");
  const name = useTranslations("metrics")(`${metric}.name`);
  const parts = [by ? t(`by.${by}`) : "", grain ? t(`grain.${grain}`) : ""].filter(Boolean);
  return { name, title: [name, ...parts].join(" · "), t };
}
