import { Plus, ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ListPage } from "@/components/lists/list-page";
import { SALE_VIEW, saleFilters } from "@/components/sales/sale-list";
import { LinkButton } from "@/components/ui/link-button";
import { currentScope } from "@/lib/platform/auth/session";
import { saleList } from "@/lib/sales/queries";
import { parseSaleList } from "@/lib/sales/schema";
import type { SearchParams } from "@/lib/shared/list-params";

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
  const params = parseSaleList(await searchParams);
  const list = await saleList(scope, params);
  return (
    <ListPage
      view={SALE_VIEW}
      list={list}
      params={params}
      sort={params.sort ?? "-soldOn"}
      shown={COLUMNS}
      filters={await saleFilters()}
      icon={<ReceiptText />}
      admin={scope.role === "admin"}
      actions={
        <LinkButton href="/sales/new" variant="primary" icon={<Plus aria-hidden="true" />}>
          {t("entry.title")}
        </LinkButton>
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
