import { useTranslations } from "next-intl";
import { signedText } from "@/components/analysis/signed-text";
import type { GapDimension, GapMetric } from "@/lib/analysis/domain/gap-choices";
import type { GapMember } from "@/lib/analysis/domain/gap-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

/** The words of a page that explains a gap: members by name, differences with their sign. */
export function useGapWords(metric: GapMetric, f: Formatter) {
  const t = useTranslations("analysis.gap");
  const d = useTranslations("dashboard.members");
  return {
    name: (by: GapDimension, { name, key, direct }: Pick<GapMember, "name" | "key" | "direct">) => {
      if (!name) return key === null ? t(`without.${by}`) : "—";
      const text = localName(name, f.locale);
      return direct ? d("direct", { name: text }) : text;
    },
    difference: (value: number) => signedText(f, metric, value),
  };
}
