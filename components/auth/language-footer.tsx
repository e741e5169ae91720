"use client";
import { useRouter } from "next/navigation";
import { LanguageSwitch } from "@/components/layout/preference-switches";
import { LOCALE_COOKIE } from "@/lib/platform/i18n/locales";

/** Language before anybody is known: kept in a cookie of this browser. */
export function LanguageFooter({ locale }: { locale: string }) {
  const router = useRouter();
  function choose(next: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers and on plain http
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
    router.refresh();
  }
  return <LanguageSwitch value={locale} onChange={choose} />;
}
