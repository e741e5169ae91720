import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { CompareChart } from "@/components/analysis/compare-chart";
import { CompareLead } from "@/components/analysis/compare-lead";
import { CompareMultiples } from "@/components/analysis/compare-multiples";
import { CompareSwitches } from "@/components/analysis/compare-switches";
import { CompareTable } from "@/components/analysis/compare-table";
import { EmptyDashboard } from "@/components/dashboard/empty-dashboard";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { compare } from "@/lib/analysis/queries/compare";
import { compareParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.compare"))("title") };
}

export default async function ComparePage(props: { searchParams: Promise<SearchParams> }) {
  const params = compareParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("analysis.compare"),
    pageFormatter(),
    compare(scope, params),
  ]);
  if (view.frame.lastData === null && !params.period)
    return <EmptyDashboard canImport={canEver(scope, "import.run")} />;
  return (
    <ClientMessages namespaces={["analysis"]}>
      <AnalysisHeader
        title={t("title")}
        lead={<CompareLead view={view} f={f} />}
        switches={frameSwitches(view.frame, f)}
      >
        <CompareSwitches view={view} />
      </AnalysisHeader>
      {view.members.length > 0 ? (
        <div className="grid gap-3.5">
          <CompareTable view={view} page={params.page ?? 1} f={f} />
          {view.times.length > 1 ? (
            <CompareMultiples view={view} ownScale={params.scale === "own"} f={f} />
          ) : null}
          <CompareChart view={view} f={f} />
        </div>
      ) : (
        <Card>
          <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
        </Card>
      )}
    </ClientMessages>
  );
}
