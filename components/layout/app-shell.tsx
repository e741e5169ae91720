import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { MobileMenu } from "./mobile-menu";
import { type NavGroup, SideNav } from "./side-nav";
import { SkipLink } from "./skip-link";

type AppShellProps = {
  brand: string;
  homeHref: string;
  groups: readonly NavGroup[];
  /** Over the navigation of the sidebar: the way to search. */
  search?: ReactNode;
  /** The UserMenu, at the bottom of the sidebar and of the phone's menu. */
  user: ReactNode;
  /** At the right of the brand in the sidebar and in the phone's top bar: news for the reader. */
  bell?: ReactNode;
  /** Before the bell in the phone's top bar, e.g. search. */
  topBarEnd?: ReactNode;
  /** The BottomBar for phones. */
  bottomBar?: ReactNode;
  children: ReactNode;
};

/**
 * Frame of every signed-in page: sidebar of 224 px; under 900 px a top bar with the menu in a
 * sheet, and a bottom bar. The page stands in `<main id="main">`.
 */
export function AppShell({
  brand,
  homeHref,
  groups,
  search,
  user,
  bell,
  topBarEnd,
  bottomBar,
  children,
}: AppShellProps) {
  const t = useTranslations("common");
  const nav = <SideNav label={t("mainNavigation")} groups={groups} />;
  return (
    <div className="isolate min-h-dvh shell:grid shell:grid-cols-[14rem_minmax(0,1fr)]">
      <SkipLink>{t("skipToContent")}</SkipLink>
      <header className="no-print sticky top-0 flex h-dvh flex-col border-line border-r px-2.5 py-3.5 phone:hidden">
        <div className="flex items-start justify-between">
          <Link href={homeHref} className="rounded-md px-2 pt-1 pb-2">
            <Brand name={brand} />
          </Link>
          {bell}
        </div>
        {search}
        <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pb-3">{nav}</div>
        <div className="border-line border-t pt-2">{user}</div>
      </header>
      <header className="no-print sticky top-0 z-20 flex h-13 items-center gap-1 border-line border-b bg-bg px-2 shell:hidden">
        <MobileMenu label={t("openMenu")} title={brand}>
          {nav}
          <div className="mt-4 border-line border-t pt-3">{user}</div>
        </MobileMenu>
        <Link href={homeHref} className="rounded-md px-1 py-2">
          <Brand name={brand} />
        </Link>
        <div className="ml-auto flex items-center gap-1">
          {topBarEnd}
          {bell}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="w-full min-w-0 max-w-[80rem] px-7 pt-4.5 pb-10 phone:px-4 phone:pt-3.5 phone:pb-28"
      >
        {children}
      </main>
      {bottomBar}
    </div>
  );
}
