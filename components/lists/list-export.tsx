import { useTranslations } from "next-intl";
import { ExportMenu } from "@/components/tables/export-menu";
import type { ListArea } from "./list-view";

/** The export button of a list. */
export function ListExport({ area }: { area: ListArea }) {
  const t = useTranslations("lists");
  return (
    <ExportMenu
      href={`/api/export/${area}`}
      label={t("export")}
      formats={[
        { value: "xlsx", label: t("xlsx") },
        { value: "csv", label: t("csv") },
      ]}
    />
  );
}
