import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { SignOutEverywhere } from "@/components/people/profile-commands";
import { OwnNamesForm, PasswordForm, Preferences } from "@/components/people/profile-forms";
import { TokenForm } from "@/components/people/token-form";
import { TokensTable } from "@/components/people/tokens-table";
import { Card } from "@/components/ui/card";
import { profilePage } from "@/lib/people/queries/profile";
import { currentScope } from "@/lib/platform/auth/session";
import { THEME_COOKIE } from "@/lib/platform/i18n/locales";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("profile.title") };
}

export default async function ProfilePage() {
  const [page, t, format, jar] = await Promise.all([
    currentScope().then(profilePage),
    getTranslations("people.profile"),
    pageFormatter(),
    cookies(),
  ]);
  const theme = jar.get(THEME_COOKIE)?.value;
  return (
    <ClientMessages namespaces={["people", "auth"]}>
      <PageHeader title={t("title")} lead={page.user.email} />
      <CardGrid columns="halves">
        <div className="grid content-start gap-3.5">
          <Card title={t("you")}>
            <OwnNamesForm user={page.user} />
          </Card>
          <Card title={t("preferences")} sub={t("preferencesSub")}>
            <Preferences theme={theme === "dark" || theme === "light" ? theme : "system"} />
          </Card>
          <Card title={t("sessions")} sub={t("sessionsSub")}>
            <SignOutEverywhere />
          </Card>
        </div>
        <div className="grid content-start gap-3.5">
          <Card title={t("password")} sub={t("passwordSub")}>
            {page.hasPassword ? (
              <PasswordForm />
            ) : (
              <p className="text-muted text-sm">{t("noPassword")}</p>
            )}
          </Card>
          <Card title={t("tokens")} sub={t("tokensSub")}>
            <TokenForm />
          </Card>
          <Card flush>
            <TokensTable tokens={page.tokens} format={format} />
          </Card>
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
