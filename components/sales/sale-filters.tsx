import { getLocale, getTranslations } from "next-intl/server";
import type { Chip } from "@/components/tables/chip-text";
import { chosenOption, unitOptions } from "@/components/tables/filter-options";
import { FilterBar, FilterChips, SearchBox, SelectFilter } from "@/components/tables/filters";
import {
  AmountRangeFilter,
  DateRangeFilter,
  MoreFilters,
  RemoteFilter,
} from "@/components/tables/more-filters";
import type { SaleListParams } from "@/lib/sales/schema";
import type { Named, Reference } from "@/lib/shared/named";

type SaleFiltersProps = {
  params: SaleListParams;
  names: ReadonlyMap<string, Named>;
  units: readonly (Reference & { depth: number })[];
  chips: readonly Chip[];
};

/** The filters over the list of sales; all of them live in the address. */
export async function SaleFilters({ params, names, units, chips }: SaleFiltersProps) {
  const [t, l, locale] = await Promise.all([
    getTranslations("sales"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const chosen = (ids: readonly string[] | undefined) => chosenOption(ids, names, locale);
  return (
    <FilterBar chips={<FilterChips items={chips} />}>
      <SearchBox label={t("search")} />
      <SelectFilter
        param="kind"
        label={l("kind")}
        options={(["sale", "return"] as const).map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
        }))}
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
            label={l("rep")}
            source="/api/search?only=person"
            chosen={chosen(params.owner)}
          />
        ) : null}
        <RemoteFilter
          param="customer"
          label={l("customer")}
          source="/api/search?only=customer"
          chosen={chosen(params.customer)}
        />
        <RemoteFilter
          param="product"
          label={l("product")}
          source="/api/search?only=product"
          chosen={chosen(params.product)}
        />
        <AmountRangeFilter fromLabel={l("minAmount")} toLabel={l("maxAmount")} />
      </MoreFilters>
    </FilterBar>
  );
}
