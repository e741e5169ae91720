import { Handshake } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { dealChips } from "@/components/deals/deal-chips";
import { DealFilters } from "@/components/deals/deal-filters";
import { DealLead } from "@/components/deals/deal-lead";
import {
  columnsOfKind,
  dealColumns,
  dealTableRows,
  dealTableTotals,
} from "@/components/deals/deal-rows";
import { PageHeader } from "@/components/layout/page-header";
import { ListEmpty } from "@/components/navigation/list-empty";
import { ListExport } from "@/components/navigation/list-export";
import { DataTable } from "@/components/tables/data-table";
import { dealList } from "@/lib/deals/queries";
import { dealSort, parseDealList } from "@/lib/deals/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { parseBusinessDate } from "@/lib/shared/business-date";
import { isFiltered } from "@/lib/shared/list-filters";
import { DEFAULT_PAGE_SIZE, type SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

export default async function DealsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [scope, t, locale, search] = await Promise.all([
    currentScope(),
    getTranslations("deals"),
    getLocale(),
    searchParams,
  ]);
  const params = parseDealList(search);
  const { currency, rows, totals, names, stages, units } = await dealList(scope, params);
  const f = createFormatter({ locale, currency });
  const own = units.length === 0;
  const kind = params.openOn ? "open" : params.kind;
  const columns = columnsOfKind(kind).filter((id) => !own || (id !== "owner" && id !== "unit"));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<DealLead kind={kind} totals={totals} f={f} />}
        actions={<ListExport kind="deals" />}
      />
      {params.openOn ? (
        <p className="-mt-2 mb-3 text-muted text-sm">
          {t("openOnNote", { day: f.date(parseBusinessDate(params.openOn)) })}
        </p>
      ) : null}
      <DataTable
        id="deals"
        caption={t("title")}
        columns={await dealColumns(columns)}
        rows={await dealTableRows(rows, f)}
        total={totals.count}
        page={params.page ?? 1}
        pageSize={params.size ?? DEFAULT_PAGE_SIZE}
        sort={dealSort(params)}
        totals={await dealTableTotals(totals, f)}
        toolbar={
          <DealFilters
            params={params}
            names={names}
            stages={stages}
            units={units}
            chips={await dealChips(params, names, f)}
          />
        }
        empty={
          <ListEmpty
            area="deals"
            icon={<Handshake />}
            filtered={isFiltered(params)}
            admin={scope.role === "admin"}
          />
        }
        phone="cards"
      />
    </>
  );
}
