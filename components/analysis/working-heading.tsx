import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { WorkedTab, Working } from "@/lib/analysis/domain/working";
import type { Formatter } from "@/lib/platform/i18n/format";
import { messageKey, texts, useWorkingText } from "./working-text";

/** What the figures are of and what they mean, under the page they stand on. */
export function WorkingHeading({
  working,
  tab,
  back,
  f,
}: {
  working: Working;
  tab: WorkedTab;
  back: string;
  f: Formatter;
}) {
  const t = useTranslations();
  const text = useWorkingText(f);
  const title = text(working.of);
  return (
    <PageHeader
      title={title}
      lead={t(messageKey(working.about) as "analysis.title", texts(working.with ?? {}, f))}
      breadcrumb={
        <Breadcrumb
          label={t("analysis.title")}
          items={[{ label: t(`analysis.tabs.${tab}`), href: back }, { label: title }]}
        />
      }
    />
  );
}
