import { getLocale, getTranslations } from "next-intl/server";
import {
  type Chip,
  type ChipWords,
  lastDayOf,
  referenceChip,
  valueChip,
  wordsChip,
} from "@/components/tables/chip-text";
import type { CustomerListParams } from "@/lib/customers/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { parseBusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";

/** The filters in force that no control of the bar shows, in words. */
export async function customerChips(
  params: CustomerListParams,
  names: ReadonlyMap<string, Named>,
  f: Formatter,
): Promise<Chip[]> {
  const [t, l, locale] = await Promise.all([
    getTranslations("customers"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const pair = (label: string, value: string) => l("pair", { label, value });
  const words: ChipWords = { locale, names, pair, none: l("none"), unknown: l("unknown") };
  const date = t("period");
  const day = (text: string) => f.date(parseBusinessDate(text));
  return [
    ...(params.sector && (params.sector.length > 1 || params.sector.includes("none"))
      ? wordsChip(words, "sector", l("sector"), params.sector)
      : []),
    ...valueChip("from", params.from, (from) => l("dateFrom", { date, day: day(from) })),
    ...valueChip("to", params.to, (to) => l("dateTo", { date, day: day(lastDayOf(to)) })),
    ...valueChip("direct", params.direct, () => l("unitOnly")),
    ...referenceChip(words, "region", l("region"), params.region),
    ...referenceChip(words, "owner", l("owner"), params.owner),
    ...referenceChip(words, "rep", l("rep"), params.rep),
    ...referenceChip(words, "manager", l("manager"), params.manager),
    ...referenceChip(words, "product", l("product"), params.product),
    ...referenceChip(words, "category", l("category"), params.category),
    ...referenceChip(words, "parent", t("parent"), params.parent),
  ];
}
