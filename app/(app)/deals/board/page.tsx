import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { dealFilters } from "@/components/deals/deal-list";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ListToolbar } from "@/components/lists/list-toolbar";
import { Board } from "@/components/pipeline/board";
import { ViewSwitch } from "@/components/pipeline/view-switch";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { dealListHref, parseDealList } from "@/lib/deals/schema";
import { dealBoard } from "@/lib/pipeline/queries/board";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pipeline.board"))("title") };
}

export default async function BoardPage({ searchParams }: Props) {
  const [scope, t, locale] = await Promise.all([
    currentScope(),
    getTranslations("pipeline"),
    getLocale(),
  ]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "deals", search, "/deals/board");
  if (start) redirect(start);
  const params = parseDealList(search);
  const [board, views] = await Promise.all([
    dealBoard(scope, params),
    listViews(scope, "deals", search),
  ]);
  const f = createFormatter({ locale, currency: board.currency });
  const { page: _, size: __, sort: ___, ...filters } = params;
  return (
    <ClientMessages namespaces={["pipeline"]}>
      <PageHeader
        title={t("board.title")}
        lead={t("board.lead")}
        actions={
          <>
            <ViewSwitch to="list" params={params} />
            <LinkButton href="/deals/new" variant="primary" icon={<Plus aria-hidden="true" />}>
              {t("new.title")}
            </LinkButton>
          </>
        }
      />
      <ViewBar state={views} path="/deals/board" />
      <div className="mb-3.5">
        <ListToolbar
          filters={await dealFilters(params, board.stages)}
          params={params}
          names={board.names}
          units={board.units}
          f={f}
        />
      </div>
      <Board
        columns={board.columns}
        cards={board.cards}
        choices={{
          today: board.today,
          reasons: board.reasons,
          competitors: board.competitors,
        }}
        currency={board.currency}
        team={board.units.length > 0}
        hrefs={Object.fromEntries(
          board.columns.map(({ id }) => [id, dealListHref({ ...filters, stage: [id] })]),
        )}
      />
    </ClientMessages>
  );
}
