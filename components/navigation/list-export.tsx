import { useTranslations } from "next-intl";
import { ExportMenu } from "@/components/tables/export-menu";

/** The export button of a list; `kind` is its name in the address. */
export function ListExport({ kind }: { kind: "deals" | "customers" | "sales" }) {
  const t = useTranslations("lists");
  return (
    <ExportMenu
      href={`/api/export/${kind}`}
      label={t("export")}
      formats={[
        { value: "xlsx", label: t("xlsx") },
        { value: "csv", label: t("csv") },
      ]}
    />
  );
}
