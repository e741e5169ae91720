import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { GapBridges } from "@/components/analysis/gap-bridges";
import { GapCauses } from "@/components/analysis/gap-causes";
import { GapChart } from "@/components/analysis/gap-chart";
import { GapCrossTable } from "@/components/analysis/gap-cross";
import { GapLead } from "@/components/analysis/gap-lead";
import { GapSwitches } from "@/components/analysis/gap-switches";
import { GapTable } from "@/components/analysis/gap-table";
import { EmptyDashboard } from "@/components/dashboard/empty-dashboard";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { openMember } from "@/lib/analysis/domain/open-member";
import { explainGap } from "@/lib/analysis/queries/gap";
import { gapParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";

const PATH = "/analysis/gap";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.gap"))("title") };
}

export default async function GapPage(props: { searchParams: Promise<SearchParams> }) {
  const params = gapParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("analysis.gap"),
    pageFormatter(),
    explainGap(scope, params),
  ]);
  const { frame, metric, split, causes, cross, bridges } = view;
  if (frame.lastData === null && !params.period)
    return <EmptyDashboard canImport={canEver(scope, "import.run")} />;
  const at = (changed: Record<string, string | null>) => hrefWith(PATH, { ...params, ...changed });
  return (
    <ClientMessages namespaces={["analysis"]}>
      <AnalysisHeader
        title={t("title")}
        lead={<GapLead view={view} period={f.period(frame.period.label)} f={f} />}
        switches={frameSwitches(frame, f)}
      >
        <GapSwitches
          view={view}
          f={f}
          without={({ dimension }) => at({ [dimension]: null, by: dimension })}
        />
      </AnalysisHeader>
      {split ? (
        <>
          <GapChart metric={metric} split={split} self={view.self} f={f} />
          <CardGrid columns="wide-narrow">
            <GapTable
              metric={metric}
              split={split}
              self={view.self}
              f={f}
              open={(member) => {
                const opened = openMember(split.by, member);
                return opened && at(opened);
              }}
            />
            <GapCauses {...{ metric, causes, f }} self={view.self} splitBy={(by) => at({ by })} />
          </CardGrid>
          {cross ? <GapCrossTable {...{ metric, cross, f }} self={view.self} /> : null}
          {bridges ? <GapBridges bridges={bridges} self={view.self} f={f} /> : null}
        </>
      ) : (
        <Card>
          <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        </Card>
      )}
    </ClientMessages>
  );
}
