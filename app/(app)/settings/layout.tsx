import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkTabs } from "@/components/ui/link-tabs";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";

const TABS = [
  "users",
  "units",
  "products",
  "stages",
  "segments",
  "themes",
  "calendar",
  "currencies",
  "organisation",
  "audit",
] as const;

/** The settings' tabs. Each page checks for itself who may open it. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await scopeWhere((scope) => canEver(scope, "settings.manage"));
  const t = await getTranslations("settings");
  return (
    <>
      <LinkTabs
        label={t("title")}
        items={TABS.map((tab) => ({ href: `/settings/${tab}`, label: t(`tabs.${tab}`) }))}
      />
      {children}
    </>
  );
}
