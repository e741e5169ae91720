import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { ExploreChart } from "@/components/analysis/explore-chart";
import { ExploreLead } from "@/components/analysis/explore-lead";
import { ExploreSwitches } from "@/components/analysis/explore-switches";
import { ExploreTable } from "@/components/analysis/explore-table";
import { EmptyDashboard } from "@/components/dashboard/empty-dashboard";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ViewBar } from "@/components/views/view-bar";
import { explore } from "@/lib/analysis/queries/explore";
import { EXPLORE_PATH, parseExplore } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { pageWindow, type SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.explore"))("title") };
}

export default async function ExplorePage(props: { searchParams: Promise<SearchParams> }) {
  const search = await props.searchParams;
  const scope = await currentScope();
  const start = await defaultViewHref(scope, "explore", search, EXPLORE_PATH);
  if (start) redirect(start);
  const params = parseExplore(search);
  const [t, f, view, views] = await Promise.all([
    getTranslations("analysis.explore"),
    pageFormatter(),
    explore(scope, params),
    listViews(scope, "explore", search),
  ]);
  const { frame, rows } = view;
  if (frame.lastData === null && !params.period)
    return <EmptyDashboard canImport={canEver(scope, "import.run")} />;
  const shown = { view, f, startMonth: frame.organisation.fiscalYearStartMonth };
  const asTable = params.show === "table";
  const { limit } = pageWindow(params);
  const page = (view.members?.offset ?? 0) / limit + 1;
  return (
    <ClientMessages namespaces={["analysis"]}>
      <AnalysisHeader
        title={t("title")}
        lead={<ExploreLead {...shown} />}
        switches={frameSwitches(frame, f)}
      >
        <ExploreSwitches view={view} asTable={asTable} />
      </AnalysisHeader>
      <ViewBar state={views} path={EXPLORE_PATH} />
      {rows.length === 0 ? (
        <Card>
          <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        </Card>
      ) : asTable ? (
        <ExploreTable {...shown} page={page} pageSize={limit} />
      ) : (
        <ExploreChart {...shown} />
      )}
    </ClientMessages>
  );
}
