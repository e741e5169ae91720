import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Attachments } from "@/components/attachments/attachments";
import { Discussion } from "@/components/discussion/discussion";
import { AnswerSteps } from "@/components/feedback/answer-card";
import { DeleteFeedback } from "@/components/feedback/delete-feedback";
import { FeedbackCourse, FeedbackFacts } from "@/components/feedback/feedback-facts";
import { EditFeedbackForm } from "@/components/feedback/feedback-form";
import { KindTag, StatusTag } from "@/components/feedback/feedback-tags";
import { aboutOf, valuesOf } from "@/components/feedback/feedback-values";
import { feedbackWords } from "@/components/feedback/feedback-words";
import { ThemePicker } from "@/components/feedback/theme-picker";
import { FeedbackFindings } from "@/components/findings/feedback-findings";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Sheet } from "@/components/ui/sheet";
import { Tag } from "@/components/ui/tag";
import { attachmentsOf } from "@/lib/attachments/queries/attachments";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { feedbackDetail } from "@/lib/feedback/queries/feedback";
import { findingsOfFeedback } from "@/lib/findings/queries/findings";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(feedbackDetail(await currentScope(), id)));

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  await load((await params).id);
  return { title: (await getTranslations("feedback"))("title") };
}

export default async function FeedbackDetailPage({ params, searchParams }: Props) {
  const [page, scope, t, common, words, locale, f] = await Promise.all([
    load((await params).id),
    currentScope(),
    getTranslations("feedback"),
    getTranslations("common"),
    feedbackWords(),
    getLocale(),
    pageFormatter(),
  ]);
  const { feedback, writable, removable } = page;
  const findings = await findingsOfFeedback(scope, feedback.id);
  const { id, version, kind, score, status, customer, deal } = feedback;
  const record = { kind: "feedback", id } as const;
  const all = (await searchParams).comments === "all";
  const [talk, files] = await Promise.all([
    discussionOf(scope, record, { all }),
    attachmentsOf(scope, record),
  ]);
  const who = customer ? localName(customer, locale) : (deal?.title ?? feedback.contact);
  const title = who ? t("from", { kind: words.kind(kind), who }) : words.kind(kind);
  const options = page.themes.map((one) => ({ value: one.id, label: localName(one, locale) }));
  return (
    <ClientMessages namespaces={["feedbackForm", "findingForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/feedback" }, { label: title }]}
          />
        }
        title={title}
        tag={<StatusTag status={status} />}
        actions={
          writable ? (
            <>
              <Sheet
                title={common("edit")}
                trigger={<Button aria-keyshortcuts="e">{common("edit")}</Button>}
              >
                <EditFeedbackForm
                  id={id}
                  version={version}
                  asWritten={feedback.viaForm}
                  values={valuesOf(feedback)}
                  about={aboutOf(feedback, locale)}
                  competitors={page.competitors.map((one) => ({
                    value: one.id,
                    label: localName(one, locale),
                  }))}
                  team={scope.role !== "rep"}
                  today={page.today}
                />
              </Sheet>
              {removable ? <DeleteFeedback id={id} /> : null}
            </>
          ) : null
        }
      />
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          <Card title={t("said")} tag={<KindTag kind={kind} score={score} />}>
            <p className="whitespace-pre-line text-lead [overflow-wrap:anywhere]">
              {feedback.text ?? <span className="text-muted">{t("noText")}</span>}
            </p>
          </Card>
          <Card title={t("course")}>
            <FeedbackCourse feedback={feedback} f={f} />
            {writable ? (
              <AnswerSteps
                id={id}
                version={version}
                status={status}
                answer={feedback.answer}
                resolution={feedback.resolution}
              />
            ) : null}
          </Card>
          <Discussion view={talk} f={f} />
        </div>
        <div className="grid content-start gap-3.5">
          <Card
            title={t("columns.themes")}
            sub={
              feedback.themesConfirmed
                ? t("themesBy", {
                    name: feedback.themesConfirmedBy
                      ? localName(feedback.themesConfirmedBy, locale)
                      : "—",
                  })
                : t("themesSuggested")
            }
          >
            {writable ? (
              <ThemePicker
                key={version}
                id={id}
                version={version}
                themes={options}
                chosen={feedback.themes.map((theme) => theme.id)}
                confirmed={feedback.themesConfirmed}
              />
            ) : (
              <p className="flex flex-wrap gap-1.5">
                {feedback.themes.map((theme) => (
                  <Tag key={theme.id}>{localName(theme, locale)}</Tag>
                ))}
              </p>
            )}
          </Card>
          <FeedbackFindings feedbackId={id} {...findings} locale={locale} />
          <Card title={t("facts")}>
            <FeedbackFacts feedback={feedback} f={f} />
          </Card>
          <Attachments view={files} f={f} />
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
