import { CalendarDays, Plus, ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ListPage } from "@/components/lists/list-page";
import { SALE_VIEW, saleFilters } from "@/components/sales/sale-list";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { currentScope } from "@/lib/platform/auth/session";
import { saleList } from "@/lib/sales/queries";
import { parseSaleList } from "@/lib/sales/schema";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

const COLUMNS = [
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
] as const;

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sales"))("title") };
}

export default async function SalesPage({ searchParams }: Props) {
  const [scope, t] = await Promise.all([currentScope(), getTranslations("sales")]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "sales", search);
  if (start) redirect(start);
  const params = parseSaleList(search);
  const [list, views] = await Promise.all([
    saleList(scope, params),
    listViews(scope, "sales", search),
  ]);
  return (
    <ListPage
      view={SALE_VIEW}
      list={list}
      params={params}
      views={<ViewBar state={views} />}
      sort={params.sort ?? "-soldOn"}
      shown={COLUMNS}
      filters={await saleFilters()}
      icon={<ReceiptText />}
      admin={scope.role === "admin"}
      actions={
        <>
          {list.keepsDays ? (
            <LinkButton href="/sales/days" icon={<CalendarDays aria-hidden="true" />}>
              {t("days.title")}
            </LinkButton>
          ) : null}
          <LinkButton href="/sales/new" variant="primary" icon={<Plus aria-hidden="true" />}>
            {t("entry.title")}
          </LinkButton>
        </>
      }
      lead={(f) =>
        t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: list.totals.count,
          count: f.number(list.totals.count),
          revenue: f.money(list.totals.revenue),
          units: f.number(list.totals.units),
        })
      }
    />
  );
}
