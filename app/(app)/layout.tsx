import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { NotificationBell } from "@/components/discussion/notification-bell";
import { AppShell } from "@/components/layout/app-shell";
import { BottomBar } from "@/components/layout/bottom-bar";
import { ClientMessages } from "@/components/layout/client-messages";
import { AccountMenu } from "@/components/navigation/account-menu";
import {
  COMMANDS,
  homeOf,
  type Place,
  phonePlaces,
  placesFor,
} from "@/components/navigation/places";
import { SearchButton } from "@/components/navigation/search-button";
import { ShortcutKeys } from "@/components/navigation/shortcut-keys";
import type { Entry } from "@/components/navigation/use-search";
import { QuickLog } from "@/components/quick-log/quick-log";
import { ToastProvider } from "@/components/ui/toast";
import { unreadCount } from "@/lib/discussion/queries/notifications";
import { currentScope } from "@/lib/platform/auth/session";
import { THEME_COOKIE } from "@/lib/platform/i18n/locales";
import { localName } from "@/lib/shared/local-name";

/** Frame of every page behind sign-in. */
export default async function SignedIn({ children }: { children: ReactNode }) {
  const [scope, locale, jar, t] = await Promise.all([
    currentScope(),
    getLocale(),
    cookies(),
    getTranslations("navigation"),
  ]);
  const common = await getTranslations("common");
  const unread = await unreadCount(scope);
  const theme = jar.get(THEME_COOKIE)?.value;
  const groups = placesFor(scope.role);
  const item = ({ name, href, icon: Icon }: Place) => ({
    href,
    label: t(`places.${name}`),
    icon: <Icon aria-hidden="true" />,
  });
  const places = groups.flatMap((group) => group.places);
  const phone = places.filter(({ name }) => phonePlaces(scope.role).includes(name));
  const commands = COMMANDS.map(
    ({ name, ...what }): Entry => ({ kind: "command", label: t(`commands.${name}`), ...what }),
  );
  const pages = places.map(
    ({ name, href }): Entry => ({ kind: "page", href, label: t(`places.${name}`) }),
  );
  const go = places.flatMap(({ name, key, href }) =>
    key ? [{ key, href, label: t(`places.${name}`) }] : [],
  );
  return (
    <ClientMessages namespaces={["navigation", "quickLog", "activityForm", "marketForm"]}>
      <AppShell
        brand={common("appName")}
        homeHref={homeOf(scope.role)}
        groups={groups.map(({ name, places }) => ({
          label: t(`groups.${name}`),
          items: places.map((place) => ({ ...item(place), icon: undefined })),
        }))}
        search={
          <>
            <SearchButton as="bar" entries={[...commands, ...pages]} />
            <QuickLog as="bar" />
          </>
        }
        bell={<NotificationBell unread={unread} label={t("notifications.title")} />}
        topBarEnd={<SearchButton as="icon" entries={[...commands, ...pages]} />}
        user={
          <AccountMenu
            name={localName(scope, locale)}
            detail={t(`roles.${scope.role}`)}
            locale={locale}
            theme={theme === "dark" || theme === "light" ? theme : "system"}
          />
        }
        bottomBar={
          <BottomBar
            label={common("quickActions")}
            items={phone.map(item)}
            action={<QuickLog as="thumb" />}
          />
        }
      >
        <NuqsAdapter>{children}</NuqsAdapter>
      </AppShell>
      <ShortcutKeys go={go} />
      <ToastProvider />
    </ClientMessages>
  );
}
