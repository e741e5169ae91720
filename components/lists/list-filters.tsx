import type { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchBox, SelectFilter } from "@/components/tables/filters";
import {
  AmountRangeFilter,
  DateRangeFilter,
  RemoteFilter,
  SelectField,
} from "@/components/tables/more-filters";
import type { Formatter } from "@/lib/platform/i18n/format";
import { parseBusinessDate } from "@/lib/shared/business-date";
import { escapeWord, NONE, type ParamValue } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { Named, Reference } from "@/lib/shared/named";
import { type Chip, lastDayOf, textChip, valuesChip } from "./filter-chips";

/** What a filter is shown with: the parameters in force and the words and names for them. */
export type FilterContext = {
  params: Readonly<Record<string, ParamValue>>;
  names: ReadonlyMap<string, Named>;
  units: readonly (Reference & { depth: number })[];
  locale: string;
  f: Formatter;
  l: ReturnType<typeof useTranslations<"lists">>;
};

/**
 * One filter of a list: its control in the bar or in the panel of less usual ones, and a chip for
 * what is in force and no control shows. Without a control a filter comes by links only.
 */
export type ListFilter = (context: FilterContext) => {
  bar?: ReactNode;
  panel?: ReactNode;
  chips?: Chip[];
};

/** Filters by references that every list words alike. */
type KnownReference =
  | "region"
  | "owner"
  | "rep"
  | "manager"
  | "product"
  | "category"
  | "customer"
  | "segment"
  | "stage";

/** The text to look for, `?q=`. */
export function search(label: string): ListFilter {
  return () => ({ bar: <SearchBox key="q" label={label} /> });
}

type Option = { value: string; label: string };
type ChoiceLook = { panel?: boolean; allLabel?: string; fallback?: string };

/**
 * One of a few values, which links may also join by commas. `fallback` (in the panel) is the one that
 * holds where none is asked for. With fewer than two to choose from there is no control.
 */
export function choice(
  param: string,
  label: string,
  options: readonly Option[],
  { panel = false, allLabel, fallback }: ChoiceLook = {},
): ListFilter {
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label;
  const escaped = options.map((option) => ({ ...option, value: escapeWord(option.value) }));
  return (context) => {
    const [first, ...more] = [context.params[param] ?? []].flat().map(String);
    const usable = options.length > 1;
    const shown = usable && !panel && more.length === 0 && nameOf(first ?? "") !== undefined;
    const chips = shown || fallback ? [] : valuesChip(context, param, label, nameOf);
    if (!usable) return { chips };
    if (panel) {
      const field = (
        <SelectField
          key={param}
          param={param}
          label={label}
          options={escaped}
          fallback={fallback}
        />
      );
      return { panel: field, chips };
    }
    const control = (
      <SelectFilter key={param} param={param} label={label} allLabel={allLabel} options={escaped} />
    );
    return { bar: control, chips };
  };
}

/** Where a fact belongs: the unit in the bar; region, manager and "this unit only" come by links. */
export function place(): ListFilter[] {
  const unit: ListFilter = (context) => {
    const { units, locale, l } = context;
    const options = units.map((each) => ({
      value: each.id,
      label: `${"\u2003".repeat(each.depth)}${localName(each, locale)}`,
    }));
    return choice("unit", l("unit"), options, { allLabel: l("allUnits") })(context);
  };
  const direct: ListFilter = (context) => ({
    chips: textChip(context, "direct", () => context.l("unitOnly")),
  });
  return [unit, direct, reference("region"), reference("manager")];
}

type ReferenceLook = {
  /** What it is called here, where the common word does not do. */
  label?: string;
  /** What the panel offers to look for; without it the filter comes by links only. */
  find?: "person" | "customer" | "contact" | "product";
  /** Offered only to those who see more than their own. */
  team?: boolean;
};

/** Other records the list's records refer to. */
export function reference(param: KnownReference, look?: ReferenceLook): ListFilter;
export function reference(param: string, look: ReferenceLook & { label: string }): ListFilter;
export function reference(param: string, { label, find, team }: ReferenceLook = {}): ListFilter {
  return (context) => {
    const { params, names, units, locale, l } = context;
    const word = label ?? l(param as KnownReference);
    const chips = valuesChip(context, param, word, () => undefined);
    if (!find || (team && units.length === 0)) return { chips };
    const [id, ...more] = [params[param] ?? []].flat().map(String);
    const known = id === undefined || more.length > 0 ? undefined : names.get(id);
    const control = (
      <RemoteFilter
        key={param}
        param={param}
        label={word}
        source={`/api/search?only=${find}`}
        chosen={id && known ? { value: id, label: localName(known, locale) } : undefined}
      />
    );
    return { panel: control, chips };
  };
}

/** Words that come by links only, e.g. order numbers. */
export function words(param: string, label: string): ListFilter {
  const nameOf = (value: string) => (value === NONE ? undefined : value);
  return (context) => ({ chips: valuesChip(context, param, label, nameOf) });
}

/** The range `from`–`to` of one date, named by `date`. */
export function days(date: string): ListFilter {
  return (context) => {
    const { f, l } = context;
    const day = (text: string) => f.date(parseBusinessDate(text));
    return {
      panel: <DateRangeFilter key="days" fromLabel={l("from")} toLabel={l("to")} />,
      chips: [
        ...textChip(context, "from", (from) => l("dateFrom", { date, day: day(from) })),
        ...textChip(context, "to", (to) => l("dateTo", { date, day: day(lastDayOf(to)) })),
      ],
    };
  };
}

/** One day that comes by links only. */
export function day(param: string, label: (day: string) => string): ListFilter {
  return (context) => ({
    chips: textChip(context, param, (text) => label(context.f.date(parseBusinessDate(text)))),
  });
}

/** Least and greatest amount, `min` and `max`. */
export function amounts(): ListFilter {
  return (context) => {
    const { f, l } = context;
    const pair = (label: string) => (text: string) =>
      l("pair", { label, value: f.number(Number(text)) });
    return {
      panel: (
        <AmountRangeFilter key="amounts" fromLabel={l("minAmount")} toLabel={l("maxAmount")} />
      ),
      chips: [
        ...textChip(context, "min", pair(l("minAmount"))),
        ...textChip(context, "max", pair(l("maxAmount"))),
      ],
    };
  };
}
