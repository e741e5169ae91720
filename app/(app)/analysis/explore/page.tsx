import type { Metadata } from "next";
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
import { explore } from "@/lib/analysis/queries/explore";
import { exploreParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.explore"))("title") };
}

export default async function ExplorePage(props: { searchParams: Promise<SearchParams> }) {
  const params = exploreParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("analysis.explore"),
    pageFormatter(),
    explore(scope, params),
  ]);
  const { frame, rows } = view;
  if (frame.lastData === null && !params.period)
    return <EmptyDashboard canImport={canEver(scope, "import.run")} />;
  const shown = { view, f, startMonth: frame.organisation.fiscalYearStartMonth };
  const asTable = params.show === "table";
  return (
    <ClientMessages namespaces={["analysis"]}>
      <AnalysisHeader
        title={t("title")}
        lead={<ExploreLead {...shown} />}
        switches={frameSwitches(frame, f)}
      >
        <ExploreSwitches view={view} asTable={asTable} />
      </AnalysisHeader>
      {rows.length === 0 ? (
        <Card>
          <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        </Card>
      ) : asTable ? (
        <ExploreTable {...shown} />
      ) : (
        <ExploreChart {...shown} />
      )}
    </ClientMessages>
  );
}
