import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** To the entries after and before the ones shown. */
export function AuditPages({ newer, older }: { newer: string | null; older: string | null }) {
  const t = useTranslations("settings.audit");
  if (!newer && !older) return null;
  return (
    <nav aria-label={t("pages")} className="flex justify-end gap-2 border-line border-t px-4 py-2">
      {newer ? <LinkButton href={newer}>{t("newer")}</LinkButton> : null}
      {older ? <LinkButton href={older}>{t("older")}</LinkButton> : null}
    </nav>
  );
}
