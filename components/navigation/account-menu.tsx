"use client";
import { LogOut, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { LanguageSwitch, type Theme, ThemeSwitch } from "@/components/layout/preference-switches";
import { UserMenu } from "@/components/layout/user-menu";
import { MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { setPreferences } from "@/lib/people/actions/preferences";
import { isLocale } from "@/lib/platform/i18n/locales";
import { signOut } from "./sign-out";

type AccountMenuProps = { name: string; detail: string; locale: string; theme: Theme };

/** The signed-in person's menu: profile, language, theme, sign out. */
export function AccountMenu({ name, detail, locale, theme }: AccountMenuProps) {
  const t = useTranslations("navigation");
  const common = useTranslations("common");
  const router = useRouter();
  async function chooseLanguage(next: string) {
    if (!isLocale(next)) return;
    await setPreferences({ locale: next });
    router.refresh();
  }
  return (
    <UserMenu name={name} detail={detail} label={common("account")}>
      <MenuLink href="/profile" icon={<UserRound aria-hidden="true" />}>
        {t("profile")}
      </MenuLink>
      <MenuSeparator />
      <LanguageSwitch as="menu" value={locale} onChange={chooseLanguage} />
      <MenuSeparator />
      <ThemeSwitch
        as="menu"
        value={theme}
        onChange={(next) => void setPreferences({ theme: next })}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onClick={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </UserMenu>
  );
}
