import { useTranslations } from "next-intl";
import type { WorkingLabel } from "@/lib/analysis/domain/working";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { lastDay } from "@/lib/shared/period";

/** What stands beside the numbers of a working, in words. */
export function useWorkingText(f: Formatter): (label: WorkingLabel) => string {
  const t = useTranslations();
  const names = useTranslations("metrics");
  return (label) => {
    if ("metric" in label) return names(`${label.metric}.name`);
    if ("named" in label) return label.named ? localName(label.named, f.locale) : "—";
    if ("month" in label) return f.month(label.month);
    if ("days" in label)
      return `${f.dateShort(label.days.from)} – ${f.dateShort(lastDay(label.days))}`;
    return t(messageKey(label.words) as "analysis.title", texts(label.with ?? {}, f));
  };
}

/** Words are messages of the analysis, or with a slash in front any. */
export const messageKey = (words: string) =>
  words.startsWith("/") ? words.slice(1) : `analysis.${words}`;

/** Numbers within a sentence as the reader's language writes them. */
export const texts = (values: Record<string, string | number>, f: Formatter) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" ? f.number(value) : value,
    ]),
  );
