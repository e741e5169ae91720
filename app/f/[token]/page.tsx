import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { AnswerForm } from "@/components/feedback/answer-form";
import { PublicPage } from "@/components/feedback/public-page";
import { Banner } from "@/components/ui/banner";
import { scoresOf } from "@/lib/feedback/domain/feedback";
import { openForm } from "@/lib/feedback/queries/public-form";
import { clientAddress } from "@/lib/platform/auth/client-address";
import { LOCALES } from "@/lib/platform/i18n/locales";
import { param, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<SearchParams> };

const query = z.object({
  lang: param(z.enum(LOCALES)),
  problem: param(z.enum(["tooManyAttempts", "formLinkInvalid", "scoreRange"])),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publicForm"))("title") };
}

/** The form itself: works without JavaScript, and says nothing of the company but who asks. */
export default async function PublicFormPage({ params, searchParams }: Props) {
  const [{ token }, asked] = await Promise.all([params, searchParams]);
  const { lang, problem } = query.parse(asked);
  const locale = lang ?? (await getLocale());
  const [form, t, errors] = await Promise.all([
    openForm(token, clientAddress(new Headers(await headers()))),
    getTranslations({ locale, namespace: "publicForm" }),
    getTranslations({ locale, namespace: "errors" }),
  ]);
  const path = `/f/${encodeURIComponent(token)}`;
  if (form === null || form === "tooMany") {
    return (
      <PublicPage locale={locale} path={path} title={t(form ? "busyTitle" : "deadTitle")}>
        <p className="text-ink2">{form ? errors("tooManyAttempts") : t("deadText")}</p>
      </PublicPage>
    );
  }
  const { survey, from } = form;
  return (
    <PublicPage
      locale={locale}
      path={path}
      title={t("title")}
      sub={t("greeting", { company: localName(from, locale) })}
    >
      {problem ? (
        <div className="mb-4">
          <Banner tone="bad">{errors(problem)}</Banner>
        </div>
      ) : null}
      <AnswerForm
        token={token}
        formKey={crypto.randomUUID()}
        lang={locale}
        scores={scoresOf(survey)}
        texts={{
          question: t(`questions.${survey}`),
          worst: t(`worst.${survey}`),
          best: t(`best.${survey}`),
          text: t("text"),
          contact: t("contact"),
          website: t("website"),
          send: t("send"),
          privacy: t("privacy"),
          problems: {
            tooManyAttempts: errors("tooManyAttempts"),
            formLinkInvalid: errors("formLinkInvalid"),
            other: errors("unexpected"),
          },
        }}
      />
    </PublicPage>
  );
}
