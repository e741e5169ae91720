import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { ListEmpty } from "@/components/navigation/list-empty";
import { ListExport } from "@/components/navigation/list-export";
import { saleChips } from "@/components/sales/sale-chips";
import { SaleFilters } from "@/components/sales/sale-filters";
import { saleColumns, saleTableRows, saleTableTotals } from "@/components/sales/sale-rows";
import { DataTable } from "@/components/tables/data-table";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { saleList } from "@/lib/sales/queries";
import { parseSaleList, type SaleColumn } from "@/lib/sales/schema";
import { isFiltered } from "@/lib/shared/list-filters";
import { DEFAULT_PAGE_SIZE, type SearchParams } from "@/lib/shared/list-params";

const COLUMNS: readonly SaleColumn[] = [
  "orderNo",
  "soldOn",
  "customer",
  "product",
  "owner",
  "unit",
  "quantity",
  "amount",
  "margin",
  "deal",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sales"))("title") };
}

export default async function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [scope, t, locale, search] = await Promise.all([
    currentScope(),
    getTranslations("sales"),
    getLocale(),
    searchParams,
  ]);
  const params = parseSaleList(search);
  const { currency, rows, totals, names, units } = await saleList(scope, params);
  const f = createFormatter({ locale, currency });
  const own = units.length === 0;
  const columns = COLUMNS.filter((id) => !own || (id !== "owner" && id !== "unit"));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: totals.count,
          count: f.number(totals.count),
          revenue: f.money(totals.revenue),
          units: f.number(totals.units),
        })}
        actions={<ListExport kind="sales" />}
      />
      <DataTable
        id="sales"
        caption={t("title")}
        columns={await saleColumns(columns)}
        rows={await saleTableRows(rows, f)}
        total={totals.count}
        page={params.page ?? 1}
        pageSize={params.size ?? DEFAULT_PAGE_SIZE}
        sort={params.sort ?? "-soldOn"}
        totals={await saleTableTotals(totals, f)}
        toolbar={
          <SaleFilters
            params={params}
            names={names}
            units={units}
            chips={await saleChips(params, names, f)}
          />
        }
        empty={
          <ListEmpty
            area="sales"
            icon={<ReceiptText />}
            filtered={isFiltered(params)}
            admin={scope.role === "admin"}
          />
        }
        phone="cards"
      />
    </>
  );
}
