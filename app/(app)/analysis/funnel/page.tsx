import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgeCard } from "@/components/analysis/age-card";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { EmptyAnalysis } from "@/components/analysis/empty-analysis";
import { FunnelLead } from "@/components/analysis/funnel-lead";
import { LossCard } from "@/components/analysis/loss-card";
import { RivalCard } from "@/components/analysis/rival-card";
import { SlipCard } from "@/components/analysis/slip-card";
import { StageFlowCard } from "@/components/analysis/stage-flow-card";
import { StaleCard } from "@/components/analysis/stale-card";
import { CardGrid } from "@/components/layout/card-grid";
import { funnelAnalysis } from "@/lib/analysis/queries/funnel";
import { analysisParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.funnel"))("title") };
}

export default async function FunnelPage(props: { searchParams: Promise<SearchParams> }) {
  const params = analysisParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("analysis.funnel"),
    pageFormatter(),
    funnelAnalysis(scope, params),
  ]);
  const { frame, stages, lost } = view;
  const hasDeals = stages.length > 0 || (lost?.value ?? 0) > 0;
  return (
    <>
      <AnalysisHeader
        title={t("title")}
        lead={hasDeals ? <FunnelLead view={view} f={f} /> : null}
        switches={frameSwitches(frame, f)}
      />
      {hasDeals ? (
        <>
          <StageFlowCard view={view} f={f} />
          <CardGrid columns="wide-narrow">
            <AgeCard view={view} f={f} />
            <SlipCard view={view} f={f} />
          </CardGrid>
          <CardGrid>
            <LossCard view={view} f={f} />
            <RivalCard view={view} f={f} />
          </CardGrid>
          <div className="mt-3.5">
            <StaleCard view={view} f={f} />
          </div>
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
