import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { type Impact, sideOf } from "@/lib/market/domain/note";

/** What a note means for us, marked as threat or opportunity. */
export function ImpactTag({ impact }: { impact: Impact }) {
  const t = useTranslations("marketForm.impacts");
  return <Tag status={sideOf(impact)}>{t(impact)}</Tag>;
}
