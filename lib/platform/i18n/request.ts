import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, negotiateLocale } from "./locales";

export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  // A page may ask for a language by name: the public form, where the address says it.
  const wanted = isLocale(asked) ? asked : chosen;
  const locale = isLocale(wanted)
    ? wanted
    : negotiateLocale((await headers()).get("accept-language"));
  const messages = (await import(`./messages/${locale}.json`)).default;
  return { locale, messages, timeZone: "UTC" };
});
