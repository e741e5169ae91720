import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DashboardSwitches, type Switches } from "@/components/dashboard/dashboard-switches";
import { PageHeader } from "@/components/layout/page-header";

/** Top of a page of the analysis: its name, the sentence, unit and period, and what else can be switched. */
export function AnalysisHeader({
  title,
  lead,
  switches,
  children,
}: {
  title: string;
  lead: ReactNode;
  switches: Switches;
  /** Further controls, below the sentence. */
  children?: ReactNode;
}) {
  const t = useTranslations("dashboard");
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        actions={
          <DashboardSwitches {...switches} unitLabel={t("unit")} periodLabel={t("period")} />
        }
      />
      {children ? <div className="mb-3.5 flex flex-wrap items-end gap-2">{children}</div> : null}
    </>
  );
}
