import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { ExplainedFigure } from "@/lib/figures/domain/explained-figure";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useFigureName } from "./figure-name";
import { addressText } from "./figure-text";

/** The figure's name and value, under the dashboard. */
export function FigureHeading({ explained, f }: { explained: ExplainedFigure; f: Formatter }) {
  const t = useTranslations("dashboard");
  const { address, figure } = explained;
  const name = useFigureName()(address);
  const items = [{ label: t("title"), href: "/dashboard" }, { label: name }];
  return (
    <PageHeader
      title={`${name} ${addressText(f, address, figure.value)}`}
      breadcrumb={<Breadcrumb label={t("title")} items={items} />}
    />
  );
}
