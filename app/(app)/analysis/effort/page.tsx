import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllocationCard } from "@/components/analysis/allocation-card";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { EffortLead } from "@/components/analysis/effort-lead";
import { EmptyAnalysis } from "@/components/analysis/empty-analysis";
import { KindCard } from "@/components/analysis/kind-card";
import { SectorCard } from "@/components/analysis/sector-card";
import { UrlSelect } from "@/components/analysis/url-select";
import { VisitCard } from "@/components/analysis/visit-card";
import { CardGrid } from "@/components/layout/card-grid";
import { HOUR_COSTS } from "@/lib/analysis/domain/effort-view";
import { effortAnalysis } from "@/lib/analysis/queries/effort";
import { effortParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.effort"))("title") };
}

export default async function EffortPage(props: { searchParams: Promise<SearchParams> }) {
  const params = effortParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("analysis.effort"),
    pageFormatter(),
    effortAnalysis(scope, params),
  ]);
  const { frame, by, hourCost, allocations } = view;
  const costs = [...HOUR_COSTS]
    .sort((a, b) => a - b)
    .map((cost) => ({ value: `${cost}`, label: f.money(cost) }));
  const groups = (["branch", "rep"] as const).map((value) => ({
    value,
    label: t(`allocation.${value}`),
  }));
  return (
    <>
      <AnalysisHeader
        title={t("title")}
        lead={allocations.length > 0 ? <EffortLead view={view} f={f} /> : null}
        switches={frameSwitches(frame, f)}
      >
        {frame.unit ? <UrlSelect param="by" label={t("by")} options={groups} value={by} /> : null}
        <UrlSelect param="cost" label={t("cost")} options={costs} value={`${hourCost}`} />
      </AnalysisHeader>
      {allocations.length > 0 ? (
        <>
          <AllocationCard view={view} f={f} />
          <div className="mt-3.5">
            <KindCard view={view} f={f} />
          </div>
          <CardGrid>
            <VisitCard view={view} f={f} />
            <SectorCard view={view} f={f} />
          </CardGrid>
        </>
      ) : (
        <EmptyAnalysis
          title={t("none")}
          hint={t("noneHint")}
          canImport={canEver(scope, "import.run")}
        />
      )}
    </>
  );
}
