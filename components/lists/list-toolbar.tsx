import { getLocale, getTranslations } from "next-intl/server";
import { FilterBar, FilterChips } from "@/components/tables/filters";
import { MoreFilters } from "@/components/tables/more-filters";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { ParamValue } from "@/lib/shared/list-params";
import type { Named, Reference } from "@/lib/shared/named";
import type { ListFilter } from "./list-filters";

type ListToolbarProps = {
  filters: readonly ListFilter[];
  params: Readonly<Record<string, ParamValue>>;
  names: ReadonlyMap<string, Named>;
  units: readonly (Reference & { depth: number })[];
  f: Formatter;
};

/** The filters of a list over another view of the same records; all of them live in the address. */
export async function ListToolbar({ filters, params, names, units, f }: ListToolbarProps) {
  const [l, locale] = await Promise.all([getTranslations("lists"), getLocale()]);
  const parts = filters.map((filter) => filter({ params, names, units, locale, f, l }));
  const chips = parts.flatMap((part) => part.chips ?? []);
  const panel = parts.flatMap((part) => part.panel ?? []);
  return (
    <FilterBar chips={<FilterChips items={chips} />}>
      {parts.map((part) => part.bar)}
      {panel.length > 0 ? <MoreFilters count={chips.length}>{panel}</MoreFilters> : null}
    </FilterBar>
  );
}
