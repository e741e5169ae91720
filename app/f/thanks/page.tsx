import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PublicPage } from "@/components/feedback/public-page";
import { LOCALES } from "@/lib/platform/i18n/locales";
import { param, type SearchParams } from "@/lib/shared/list-params";

type Props = { searchParams: Promise<SearchParams> };

const query = z.object({ lang: param(z.enum(LOCALES)) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publicForm"))("thanksTitle") };
}

export default async function ThanksPage({ searchParams }: Props) {
  const locale = query.parse(await searchParams).lang ?? (await getLocale());
  const t = await getTranslations({ locale, namespace: "publicForm" });
  return (
    <PublicPage locale={locale} path="/f/thanks" title={t("thanksTitle")}>
      <p className="text-ink2">{t("thanksText")}</p>
    </PublicPage>
  );
}
