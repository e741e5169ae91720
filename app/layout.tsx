import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "@fontsource-variable/inter/index.css";
import "./globals.css";
import { optionalScope } from "@/lib/platform/auth/session";
import { pageOrganisation } from "@/lib/settings/queries/page-formatter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("appName"), template: `%s · ${t("appName")}` },
    description: t("tagline"),
    manifest: "/manifest.webmanifest",
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The colour a rise is shown in; the usual one for who has not signed in, without asking the database. */
async function riseColour(): Promise<string | undefined> {
  return (await optionalScope()) ? (await pageOrganisation()).riseColour : undefined;
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, rise] = await Promise.all([getLocale(), cookies(), riseColour()]);
  const theme = jar.get("closeloop_theme")?.value;
  return (
    <html
      lang={locale}
      data-theme={theme === "dark" || theme === "light" ? theme : undefined}
      data-rise={rise}
    >
      <body>
        <NextIntlClientProvider messages={null}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
