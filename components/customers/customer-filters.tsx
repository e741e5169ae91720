import { getLocale, getTranslations } from "next-intl/server";
import type { Chip } from "@/components/tables/chip-text";
import { chosenOption, unitOptions } from "@/components/tables/filter-options";
import { FilterBar, FilterChips, SearchBox, SelectFilter } from "@/components/tables/filters";
import { DateRangeFilter, MoreFilters, RemoteFilter } from "@/components/tables/more-filters";
import type { CustomerListParams } from "@/lib/customers/schema";
import type { Named, Reference } from "@/lib/shared/named";

type CustomerFiltersProps = {
  params: CustomerListParams;
  names: ReadonlyMap<string, Named>;
  sectors: readonly string[];
  units: readonly (Reference & { depth: number })[];
  chips: readonly Chip[];
};

const ACTIVITIES = ["new", "active", "repeat", "none"] as const;

/** The filters over the list of customers; all of them live in the address. */
export async function CustomerFilters({
  params,
  names,
  sectors,
  units,
  chips,
}: CustomerFiltersProps) {
  const [t, l, locale] = await Promise.all([
    getTranslations("customers"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const chosen = (ids: readonly string[] | undefined) => chosenOption(ids, names, locale);
  return (
    <FilterBar chips={<FilterChips items={chips} />}>
      <SearchBox label={t("search")} />
      {sectors.length > 1 ? (
        <SelectFilter
          param="sector"
          label={l("sector")}
          options={sectors.map((sector) => ({
            value: sector.replace(/[\\,]/g, "\\$&"),
            label: sector,
          }))}
        />
      ) : null}
      <SelectFilter
        param="activity"
        label={t("activity.label")}
        options={ACTIVITIES.map((word) => ({ value: word, label: t(`activity.${word}`) }))}
      />
      {units.length > 1 ? (
        <SelectFilter
          param="unit"
          label={l("unit")}
          allLabel={l("allUnits")}
          options={unitOptions(units, locale)}
        />
      ) : null}
      <MoreFilters count={chips.length}>
        <DateRangeFilter fromLabel={l("from")} toLabel={l("to")} />
        {units.length > 0 ? (
          <RemoteFilter
            param="owner"
            label={l("owner")}
            source="/api/search?only=person"
            chosen={chosen(params.owner)}
          />
        ) : null}
        <RemoteFilter
          param="product"
          label={l("product")}
          source="/api/search?only=product"
          chosen={chosen(params.product)}
        />
      </MoreFilters>
    </FilterBar>
  );
}
