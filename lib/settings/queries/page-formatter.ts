import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { currentScope } from "@/lib/platform/auth/session";
import { read } from "@/lib/platform/db/access";
import { createFormatter, type Formatter } from "@/lib/platform/i18n/format";
import { organisation } from "../data/organisation";

/** The organisation as a page needs it, read once a request. */
export const pageOrganisation = cache(async () => read(await currentScope(), organisation));

/** Numbers, money and dates in the reader's language and the organisation's currency and time zone. */
export async function pageFormatter(): Promise<Formatter> {
  const [locale, { baseCurrency, timeZone }] = await Promise.all([getLocale(), pageOrganisation()]);
  return createFormatter({ locale, currency: baseCurrency, timeZone });
}
