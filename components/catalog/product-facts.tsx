import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Formatter } from "@/lib/platform/i18n/format";

type ProductFactsProps = {
  page: {
    product: { source: string | null; externalId: string | null; updatedAt: Date };
    use: { lines: number; sales: number };
  };
  format: Formatter;
};

/** Where a product comes from and what names it. */
export function ProductFacts({ page: { product, use }, format }: ProductFactsProps) {
  const t = useTranslations("catalog");
  const used = use.lines + use.sales > 0;
  return (
    <Card title={t("usage")} sub={used ? t("usedHint") : t("unusedHint")}>
      <KeyValueList
        items={[
          { label: t("sales"), value: format.number(use.sales) },
          { label: t("lines"), value: format.number(use.lines) },
          { label: t("source"), value: product.source ?? "—" },
          { label: t("fields.externalId"), value: product.externalId ?? "—" },
          { label: t("updated"), value: format.dateTime(product.updatedAt) },
        ]}
      />
    </Card>
  );
}
