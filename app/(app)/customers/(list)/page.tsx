import { Building2, Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CUSTOMER_VIEW, customerFilters, ListNotes } from "@/components/customers/customer-list";
import { ListPage } from "@/components/lists/list-page";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { customerList } from "@/lib/customers/queries";
import { activityOf, parseCustomerList } from "@/lib/customers/schema";
import { currentScope } from "@/lib/platform/auth/session";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

const COLUMNS = [
  "name",
  "segment",
  "sector",
  "location",
  "owner",
  "openDeals",
  "openAmount",
  "revenue",
  "orders",
  "firstSaleOn",
  "lastSaleOn",
] as const;

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({ searchParams }: Props) {
  const [scope, t] = await Promise.all([currentScope(), getTranslations("customers")]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "customers", search);
  if (start) redirect(start);
  const params = parseCustomerList(search);
  const [list, views] = await Promise.all([
    customerList(scope, params),
    listViews(scope, "customers", search),
  ]);
  return (
    <ListPage
      view={CUSTOMER_VIEW}
      list={list}
      params={params}
      views={<ViewBar state={views} />}
      sort={params.sort ?? "name"}
      shown={COLUMNS}
      filters={await customerFilters(list)}
      icon={<Building2 />}
      admin={scope.role === "admin"}
      lead={(f) =>
        t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: list.totals.count,
          count: f.number(list.totals.count),
          revenue: f.money(list.totals.revenue),
          open: f.number(list.totals.openDeals),
          amount: f.money(list.totals.openAmount),
        })
      }
      note={() =>
        list.requests > 0 || activityOf(params) ? (
          <ListNotes requests={list.requests} period={activityOf(params) !== undefined} />
        ) : null
      }
      actions={
        <LinkButton
          href="/customers/new"
          variant="primary"
          aria-keyshortcuts="c"
          icon={<Plus aria-hidden="true" />}
        >
          {t("add")}
        </LinkButton>
      }
    />
  );
}
