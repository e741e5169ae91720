import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { customerChips } from "@/components/customers/customer-chips";
import { CustomerFilters } from "@/components/customers/customer-filters";
import {
  customerColumns,
  customerTableRows,
  customerTableTotals,
} from "@/components/customers/customer-rows";
import { PageHeader } from "@/components/layout/page-header";
import { ListEmpty } from "@/components/navigation/list-empty";
import { ListExport } from "@/components/navigation/list-export";
import { DataTable } from "@/components/tables/data-table";
import { customerList } from "@/lib/customers/queries";
import { activityOf, type CustomerColumn, parseCustomerList } from "@/lib/customers/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { isFiltered } from "@/lib/shared/list-filters";
import { DEFAULT_PAGE_SIZE, type SearchParams } from "@/lib/shared/list-params";

const COLUMNS: readonly CustomerColumn[] = [
  "name",
  "sector",
  "location",
  "owner",
  "openDeals",
  "openAmount",
  "revenue",
  "orders",
  "firstSaleOn",
  "lastSaleOn",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [scope, t, locale, search] = await Promise.all([
    currentScope(),
    getTranslations("customers"),
    getLocale(),
    searchParams,
  ]);
  const params = parseCustomerList(search);
  const { currency, rows, totals, names, sectors, units } = await customerList(scope, params);
  const f = createFormatter({ locale, currency });
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: totals.count,
          count: f.number(totals.count),
          revenue: f.money(totals.revenue),
          open: f.number(totals.openDeals),
          amount: f.money(totals.openAmount),
        })}
        actions={<ListExport kind="customers" />}
      />
      {activityOf(params) ? (
        <p className="-mt-2 mb-3 text-muted text-sm">{t("periodNote")}</p>
      ) : null}
      <DataTable
        id="customers"
        caption={t("title")}
        columns={await customerColumns(COLUMNS)}
        rows={await customerTableRows(rows, f)}
        total={totals.count}
        page={params.page ?? 1}
        pageSize={params.size ?? DEFAULT_PAGE_SIZE}
        sort={params.sort ?? "name"}
        totals={await customerTableTotals(totals, f)}
        toolbar={
          <CustomerFilters
            params={params}
            names={names}
            sectors={sectors}
            units={units}
            chips={await customerChips(params, names, f)}
          />
        }
        empty={
          <ListEmpty
            area="customers"
            icon={<Building2 />}
            filtered={isFiltered(params)}
            admin={scope.role === "admin"}
          />
        }
        phone="cards"
      />
    </>
  );
}
