import { Handshake, Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DealLead } from "@/components/deals/deal-lead";
import { columnsOfKind, DEAL_VIEW, dealFilters } from "@/components/deals/deal-list";
import { ClientMessages } from "@/components/layout/client-messages";
import { ListPage } from "@/components/lists/list-page";
import { BulkChange } from "@/components/pipeline/bulk-change";
import { ViewSwitch } from "@/components/pipeline/view-switch";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { dealList } from "@/lib/deals/queries";
import { dealSort, parseDealList } from "@/lib/deals/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { parseBusinessDate } from "@/lib/shared/business-date";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

export default async function DealsPage({ searchParams }: Props) {
  const [scope, t, p] = await Promise.all([
    currentScope(),
    getTranslations("deals"),
    getTranslations("pipeline"),
  ]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "deals", search);
  if (start) redirect(start);
  const params = parseDealList(search);
  const [list, views] = await Promise.all([
    dealList(scope, params),
    listViews(scope, "deals", search),
  ]);
  const kind = params.openOn ? "open" : params.kind;
  return (
    <ListPage
      view={DEAL_VIEW}
      list={list}
      params={params}
      views={<ViewBar state={views} />}
      sort={dealSort(params)}
      shown={columnsOfKind(kind)}
      filters={await dealFilters(params, list.stages)}
      bulk={
        <ClientMessages namespaces={["pipeline"]}>
          <BulkChange stages={list.stages} total={list.totals.count} leads={scope.role !== "rep"} />
        </ClientMessages>
      }
      icon={<Handshake />}
      admin={scope.role === "admin"}
      actions={
        <>
          <ViewSwitch to="board" params={params} />
          <LinkButton
            href="/deals/new"
            variant="primary"
            aria-keyshortcuts="c"
            icon={<Plus aria-hidden="true" />}
          >
            {p("new.title")}
          </LinkButton>
        </>
      }
      lead={(f) => <DealLead kind={kind} totals={list.totals} f={f} />}
      note={(f) =>
        [
          params.openOn && t("openOnNote", { day: f.date(parseBusinessDate(params.openOn)) }),
          (params.product ?? params.category) && t("productNote"),
        ]
          .filter(Boolean)
          .join(" ")
      }
    />
  );
}
