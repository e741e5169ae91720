import { Newspaper, Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ListPage } from "@/components/lists/list-page";
import { noteFilters, noteView } from "@/components/market/note-list";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { noteList } from "@/lib/market/queries";
import { parseNoteList } from "@/lib/market/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

const COLUMNS = [
  "title",
  "kind",
  "impact",
  "competitor",
  "product",
  "region",
  "credibility",
  "happenedOn",
  "author",
] as const;

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("market"))("title") };
}

export default async function MarketPage({ searchParams }: Props) {
  const [scope, t, locale] = await Promise.all([
    currentScope(),
    getTranslations("market"),
    getLocale(),
  ]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "market", search);
  if (start) redirect(start);
  const params = parseNoteList(search);
  const [list, views] = await Promise.all([
    noteList(scope, params),
    listViews(scope, "market", search),
  ]);
  const { sort: _, page: __, size: ___, hide: ____, ...filter } = params;
  return (
    <ListPage
      view={await noteView()}
      list={list}
      params={params}
      views={<ViewBar state={views} />}
      sort={params.sort ?? "-happenedOn"}
      shown={COLUMNS}
      filters={await noteFilters(list.choices, locale)}
      icon={<Newspaper />}
      admin={false}
      lead={(f) =>
        t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: list.totals.count,
          count: f.number(list.totals.count),
          threats: f.number(list.totals.threats),
          opportunities: f.number(list.totals.opportunities),
        })
      }
      actions={
        <>
          <LinkButton href={hrefWith("/market/timeline", filter)}>{t("timeline")}</LinkButton>
          <LinkButton
            href="/market/new"
            variant="primary"
            aria-keyshortcuts="c"
            icon={<Plus aria-hidden="true" />}
          >
            {t("record")}
          </LinkButton>
        </>
      }
    />
  );
}
