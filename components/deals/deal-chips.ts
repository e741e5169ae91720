import { getLocale, getTranslations } from "next-intl/server";
import {
  type Chip,
  type ChipWords,
  lastDayOf,
  referenceChip,
  valueChip,
  wordsChip,
} from "@/components/tables/chip-text";
import type { DealListParams } from "@/lib/deals/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { parseBusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";

/** The filters in force that no control of the bar shows, in words. */
export async function dealChips(
  params: DealListParams,
  names: ReadonlyMap<string, Named>,
  f: Formatter,
): Promise<Chip[]> {
  const [t, l, locale] = await Promise.all([
    getTranslations("deals"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const pair = (label: string, value: string) => l("pair", { label, value });
  const words: ChipWords = { locale, names, pair, none: l("none"), unknown: l("unknown") };
  const date = t(`dates.${params.date ?? "closed"}`);
  const day = (text: string) => f.date(parseBusinessDate(text));
  return [
    ...(params.stage && params.stage.length > 1
      ? referenceChip(words, "stage", l("stage"), params.stage)
      : []),
    ...valueChip("from", params.from, (from) => l("dateFrom", { date, day: day(from) })),
    ...valueChip("to", params.to, (to) => l("dateTo", { date, day: day(lastDayOf(to)) })),
    ...valueChip("openOn", params.openOn, (on) => t("openOn", { day: day(on) })),
    ...valueChip("direct", params.direct, () => l("unitOnly")),
    ...referenceChip(words, "region", l("region"), params.region),
    ...referenceChip(words, "owner", l("owner"), params.owner),
    ...referenceChip(words, "manager", l("manager"), params.manager),
    ...referenceChip(words, "product", l("product"), params.product),
    ...referenceChip(words, "category", l("category"), params.category),
    ...referenceChip(words, "customer", l("customer"), params.customer),
    ...wordsChip(words, "sector", l("sector"), params.sector),
    ...referenceChip(words, "lossReason", t("lossReason"), params.lossReason),
    ...referenceChip(words, "competitor", t("competitor"), params.competitor),
    ...valueChip("min", params.min, (min) => pair(l("minAmount"), f.number(min))),
    ...valueChip("max", params.max, (max) => pair(l("maxAmount"), f.number(max))),
    ...valueChip("missing", params.missing, (gaps) =>
      pair(t("missing.label"), gaps.map((gap) => t(`missing.${gap}`)).join(", ")),
    ),
  ];
}
