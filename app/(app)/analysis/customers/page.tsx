import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { CohortCard } from "@/components/analysis/cohort-card";
import { ConcentrationCard } from "@/components/analysis/concentration-card";
import { CustomerKpis } from "@/components/analysis/customer-kpis";
import { CustomersLead } from "@/components/analysis/customers-lead";
import { EmptyAnalysis } from "@/components/analysis/empty-analysis";
import { ProfileCard } from "@/components/analysis/profile-card";
import { RfmCard } from "@/components/analysis/rfm-card";
import { ScoredCustomers } from "@/components/analysis/scored-customers";
import { SilentCard } from "@/components/analysis/silent-card";
import { CardGrid } from "@/components/layout/card-grid";
import { SelectFilter } from "@/components/tables/filters";
import { CUSTOMER_MONTHS, PROFILE_TRAITS } from "@/lib/analysis/domain/customers-view";
import { customerAnalysis } from "@/lib/analysis/queries/customers";
import { customersParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.customers"))("title") };
}

export default async function CustomersAnalysisPage(props: {
  searchParams: Promise<SearchParams>;
}) {
  const params = customersParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, f, view] = await Promise.all([
    getTranslations("analysis.customers"),
    pageFormatter(),
    customerAnalysis(scope, params),
  ]);
  const { frame } = view;
  const [usual, ...others] = CUSTOMER_MONTHS;
  const months = (n: number) => t("months", { n: f.number(n) });
  const table = {
    ...{ view, f },
    hrefWith: (changed: Record<string, string | null>) =>
      hrefWith("/analysis/customers", { ...params, ...changed }),
  };
  return (
    <>
      <AnalysisHeader
        title={t("title")}
        lead={view.spread.customers > 0 ? <CustomersLead view={view} f={f} /> : null}
        switches={frameSwitches(frame, f)}
      >
        <SelectFilter
          param="months"
          label={t("window")}
          allLabel={months(usual)}
          options={others.map((n) => ({ value: `${n}`, label: months(n) }))}
        />
      </AnalysisHeader>
      {view.spread.customers === 0 ? (
        <EmptyAnalysis
          title={t("none")}
          hint={t("noneHint")}
          canImport={canEver(scope, "import.run")}
        />
      ) : (
        <>
          <CustomerKpis view={view} f={f} />
          <CardGrid columns="wide-narrow">
            <RfmCard {...table} />
            <ConcentrationCard view={view} f={f} />
          </CardGrid>
          <div className="mt-3.5">
            <CohortCard view={view} f={f} />
          </div>
          <CardGrid>
            <ScoredCustomers {...table} />
            <SilentCard view={view} f={f} />
          </CardGrid>
          <CardGrid columns="thirds">
            {PROFILE_TRAITS.map((trait) => (
              <ProfileCard key={trait} view={view} trait={trait} f={f} />
            ))}
          </CardGrid>
        </>
      )}
    </>
  );
}
