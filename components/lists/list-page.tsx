import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { DataTable } from "@/components/tables/data-table";
import { FilterBar, FilterChips } from "@/components/tables/filters";
import { MoreFilters } from "@/components/tables/more-filters";
import { createFormatter, type Formatter } from "@/lib/platform/i18n/format";
import { isFiltered } from "@/lib/shared/list-filters";
import { DEFAULT_PAGE_SIZE, type PageParams, type ParamValue } from "@/lib/shared/list-params";
import type { Named, Reference } from "@/lib/shared/named";
import { ListEmpty } from "./list-empty";
import { ListExport } from "./list-export";
import type { ListFilter } from "./list-filters";
import { listTable } from "./list-table";
import type { ListView } from "./list-view";

type ListPageProps<Row extends { id: string }, Totals, Id extends string> = {
  view: ListView<Row, Totals, Id>;
  /** One page of rows, the totals of all, and what the filters refer to. */
  list: {
    rows: readonly Row[];
    totals: Totals;
    currency: string;
    names: ReadonlyMap<string, Named>;
    units: readonly (Reference & { depth: number })[];
  };
  params: PageParams & Readonly<Record<string, ParamValue>>;
  /** The order in force. */
  sort: string;
  /** Columns to show, the first of which heads the row. */
  shown: readonly Id[];
  filters: readonly ListFilter[];
  icon: ReactNode;
  /** Admins are told how to import. */
  admin: boolean;
  /** The totals in a sentence. */
  lead?: (f: Formatter) => ReactNode;
  /** Said below it, e.g. as of which day the list is. */
  note?: (f: Formatter) => ReactNode;
  /** The saved views of the list. */
  views?: ReactNode;
  /** Figures above the table. */
  overview?: ReactNode;
  /** Buttons beside the export. */
  actions?: ReactNode;
  /** Buttons for selected rows. */
  bulk?: ReactNode;
};

/** The whole page of a list: title, totals in a sentence, filters, table, empty state, export. */
export async function ListPage<
  Row extends { id: string },
  Totals extends { count: number },
  Id extends string,
>({ view, list, params, ...props }: ListPageProps<Row, Totals, Id>) {
  const { names, units, totals } = list;
  const [t, l, locale] = await Promise.all([
    getTranslations(view.area),
    getTranslations("lists"),
    getLocale(),
  ]);
  const f = createFormatter({ locale, currency: list.currency });
  const note = props.note?.(f);
  const shown = props.shown.filter((id) => units.length > 0 || !view.teamOnly?.includes(id));
  const parts = props.filters.map((filter) => filter({ params, names, units, locale, f, l }));
  const chips = parts.flatMap((part) => part.chips ?? []);
  const panel = parts.flatMap((part) => part.panel ?? []);
  const title = t("title");
  return (
    <>
      <PageHeader
        title={title}
        lead={props.lead?.(f)}
        actions={
          <>
            <ListExport area={view.area} />
            {props.actions}
          </>
        }
      />
      {props.overview}
      {note ? <p className="-mt-2 mb-3 text-muted text-sm">{note}</p> : null}
      {props.views}
      <DataTable
        id={view.area}
        caption={title}
        {...(await listTable(view, list, shown, f))}
        total={totals.count}
        page={params.page ?? 1}
        pageSize={params.size ?? DEFAULT_PAGE_SIZE}
        sort={props.sort}
        toolbar={
          <FilterBar chips={<FilterChips items={chips} />}>
            {parts.map((part) => part.bar)}
            {panel.length > 0 ? <MoreFilters count={chips.length}>{panel}</MoreFilters> : null}
          </FilterBar>
        }
        empty={
          <ListEmpty
            area={view.area}
            icon={props.icon}
            filtered={isFiltered(params)}
            admin={props.admin}
          />
        }
        bulk={props.bulk}
        phone="cards"
      />
    </>
  );
}
