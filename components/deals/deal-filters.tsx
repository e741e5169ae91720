import { getLocale, getTranslations } from "next-intl/server";
import type { Chip } from "@/components/tables/chip-text";
import { chosenOption, unitOptions } from "@/components/tables/filter-options";
import { FilterBar, FilterChips, SearchBox, SelectFilter } from "@/components/tables/filters";
import {
  AmountRangeFilter,
  DateRangeFilter,
  MoreFilters,
  RemoteFilter,
  SelectField,
} from "@/components/tables/more-filters";
import { DEAL_DATES, DEAL_GAPS, type DealListParams } from "@/lib/deals/schema";
import { localName } from "@/lib/shared/local-name";
import type { Named, Reference } from "@/lib/shared/named";

type DealFiltersProps = {
  params: DealListParams;
  names: ReadonlyMap<string, Named>;
  stages: readonly Reference[];
  units: readonly (Reference & { depth: number })[];
  chips: readonly Chip[];
};

/** The filters over the list of deals; all of them live in the address. */
export async function DealFilters({ params, names, stages, units, chips }: DealFiltersProps) {
  const [t, l, locale] = await Promise.all([
    getTranslations("deals"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const kinds = ["open", "won", "lost", "closed"] as const;
  const chosen = (ids: readonly string[] | undefined) => chosenOption(ids, names, locale);
  return (
    <FilterBar chips={<FilterChips items={chips} />}>
      <SearchBox label={t("search")} />
      <SelectFilter
        param="kind"
        label={l("kind")}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <SelectFilter
        param="stage"
        label={l("stage")}
        options={stages.map((stage) => ({ value: stage.id, label: localName(stage, locale) }))}
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
        <SelectField
          param="date"
          label={t("dates.label")}
          options={DEAL_DATES.map((date) => ({ value: date, label: t(`dates.${date}`) }))}
          fallback="closed"
        />
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
        <SelectField
          param="missing"
          label={t("missing.label")}
          options={DEAL_GAPS.map((gap) => ({ value: gap, label: t(`missing.${gap}`) }))}
        />
      </MoreFilters>
    </FilterBar>
  );
}
