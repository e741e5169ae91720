import { getLocale, getTranslations } from "next-intl/server";
import {
  type Chip,
  type ChipWords,
  lastDayOf,
  referenceChip,
  valueChip,
  wordsChip,
} from "@/components/tables/chip-text";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { SaleListParams } from "@/lib/sales/schema";
import { parseBusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";

/** The filters in force that no control of the bar shows, in words. */
export async function saleChips(
  params: SaleListParams,
  names: ReadonlyMap<string, Named>,
  f: Formatter,
): Promise<Chip[]> {
  const [t, l, locale] = await Promise.all([
    getTranslations("sales"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const pair = (label: string, value: string) => l("pair", { label, value });
  const words: ChipWords = { locale, names, pair, none: l("none"), unknown: l("unknown") };
  const date = t("soldOn");
  const day = (text: string) => f.date(parseBusinessDate(text));
  return [
    ...valueChip("from", params.from, (from) => l("dateFrom", { date, day: day(from) })),
    ...valueChip("to", params.to, (to) => l("dateTo", { date, day: day(lastDayOf(to)) })),
    ...valueChip("direct", params.direct, () => l("unitOnly")),
    ...referenceChip(words, "region", l("region"), params.region),
    ...referenceChip(words, "owner", l("rep"), params.owner),
    ...referenceChip(words, "manager", l("manager"), params.manager),
    ...referenceChip(words, "product", l("product"), params.product),
    ...referenceChip(words, "category", l("category"), params.category),
    ...referenceChip(words, "customer", l("customer"), params.customer),
    ...wordsChip(words, "sector", l("sector"), params.sector),
    ...referenceChip(words, "deal", t("deal"), params.deal),
    ...referenceChip(words, "stage", t("dealStage"), params.stage),
    ...wordsChip(words, "order", t("order"), params.order),
    ...valueChip("min", params.min, (min) => pair(l("minAmount"), f.number(min))),
    ...valueChip("max", params.max, (max) => pair(l("maxAmount"), f.number(max))),
  ];
}
