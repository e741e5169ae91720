import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DashboardLead } from "@/components/dashboard/dashboard-lead";
import { DashboardPanels } from "@/components/dashboard/dashboard-panels";
import { DashboardSwitches } from "@/components/dashboard/dashboard-switches";
import { EmptyDashboard } from "@/components/dashboard/empty-dashboard";
import { TopFindings } from "@/components/findings/top-findings";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { dashboardParams } from "@/lib/dashboard/schema";
import { topFindings } from "@/lib/findings/queries/findings";
import { chartNotes } from "@/lib/market/queries";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function DashboardPage(props: { searchParams: Promise<SearchParams> }) {
  const params = dashboardParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("dashboard"),
    pageFormatter(),
    dashboard(scope, params),
  ]);
  const { frame, lead } = view;
  const findings = await topFindings(scope, 5);
  const notes = params.notes === "0" ? null : await chartNotes(scope, frame.elapsed);
  const period = f.period(frame.period.label);
  const previous = f.period(frame.previous.label);
  if (frame.lastData === null && !params.period)
    return <EmptyDashboard canImport={canEver(scope, "import.run")} />;
  return (
    <ClientMessages namespaces={["dashboard"]}>
      <PageHeader
        title={t("title")}
        lead={
          <DashboardLead
            lead={lead}
            frame={frame}
            revenue={view.kpis[0]}
            period={period}
            previous={previous}
            f={f}
          />
        }
        actions={
          <>
            <DashboardSwitches
              {...frameSwitches(frame, f)}
              unitLabel={t("unit")}
              periodLabel={t("period")}
            />
            {canEver(scope, "target.set") ? (
              <LinkButton
                href={hrefWith("/targets", { unit: frame.unit?.id, period: frame.period.code })}
              >
                {t("setTargets")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <DashboardPanels
        view={view}
        f={f}
        previous={previous}
        params={params}
        notes={notes}
        hrefWith={(changed) => hrefWith("/dashboard", { ...params, ...changed })}
      />
      <TopFindings {...findings} className="mt-3.5" f={f} />
    </ClientMessages>
  );
}
