import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SHARED_PARAMS, TABS } from "@/components/analysis/tabs";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The tabs of the analysis; unit and period stay as they are from one to the other. */
export default async function AnalysisLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("analysis");
  return (
    <>
      <LinkTabs
        label={t("title")}
        keep={SHARED_PARAMS}
        items={TABS.map(({ name, href }) => ({ href, label: t(`tabs.${name}`) }))}
      />
      {children}
    </>
  );
}
