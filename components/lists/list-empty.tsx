import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { NO_VIEW, VIEW_PARAM } from "@/lib/shared/view-param";
import type { ListArea } from "./list-view";

type ListEmptyProps = {
  area: ListArea;
  icon: ReactNode;
  /** A filter is in force: something else may be there. */
  filtered: boolean;
  /** Admins can import. */
  admin: boolean;
};

/** What a list without rows says: loosen the filter, import, or ask for it. */
export function ListEmpty({ area, icon, filtered, admin }: ListEmptyProps) {
  const t = useTranslations("lists");
  const own = useTranslations(`${area}.empty`);
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("noMatch")}
        action={
          <LinkButton href={`/${area}?${VIEW_PARAM}=${NO_VIEW}`}>{t("clearFilters")}</LinkButton>
        }
      >
        {t("noMatchHint")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={own("title")}
      action={admin ? <LinkButton href="/data">{t("goImport")}</LinkButton> : undefined}
    >
      {own(admin ? "admin" : "other")}
    </EmptyState>
  );
}
