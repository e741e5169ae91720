import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ThemeList } from "@/components/feedback/theme-list";
import { AddTheme, StarterThemes, SuggestAgain } from "@/components/feedback/theme-settings";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { themeSettings } from "@/lib/feedback/queries/themes";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("themes.title") };
}

export default async function ThemesPage() {
  const scope = await scopeWhere((viewer) => canEver(viewer, "settings.manage"));
  const [t, locale, themes] = await Promise.all([
    getTranslations("settings.themes"),
    getLocale(),
    themeSettings(scope),
  ]);
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {themes.length > 0 ? <SuggestAgain /> : <StarterThemes />}
            <AddTheme />
          </>
        }
      />
      <Card title={t("words")} sub={t("wordsHint")}>
        {themes.length > 0 ? (
          <ThemeList
            themes={themes.map((theme) => ({ ...theme, label: localName(theme, locale) }))}
          />
        ) : (
          <p className="text-muted text-sm">{t("none")}</p>
        )}
      </Card>
    </ClientMessages>
  );
}
