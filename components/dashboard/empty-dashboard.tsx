import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Before the first sale or closed deal: what to do next, for those who may do it. */
export function EmptyDashboard({ canImport }: { canImport: boolean }) {
  const t = useTranslations("dashboard");
  return (
    <>
      <PageHeader title={t("title")} />
      <Card>
        <EmptyState
          title={t("noData")}
          action={
            canImport ? (
              <LinkButton variant="primary" href="/data">
                {t("importData")}
              </LinkButton>
            ) : null
          }
        >
          {t(canImport ? "noDataHint" : "noDataRep")}
        </EmptyState>
      </Card>
    </>
  );
}
