import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { NeedsAttention } from "@/components/ui/needs-attention";
import type { FeedbackRow } from "@/lib/feedback/domain/feedback";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type FeedbackToAnswerProps = { feedback: readonly FeedbackRow[]; allHref: string; f: Formatter };

/** Feedback that waits for an answer, the oldest first. */
export async function FeedbackToAnswer({ feedback, allHref, f }: FeedbackToAnswerProps) {
  const [t, words, locale] = await Promise.all([
    getTranslations("myDay.feedback"),
    getTranslations("feedbackForm"),
    getLocale(),
  ]);
  const items = feedback.map((row) => ({
    id: row.id,
    tone: row.status === "new" ? ("warn" as const) : ("info" as const),
    title: t("line", {
      kind: words(`kinds.${row.kind}`),
      who: row.customer ? localName(row.customer, locale) : (row.contact ?? t("somebody")),
    }),
    detail: [
      f.dayAndMonth(row.givenOn),
      row.score === null ? null : t("score", { score: row.score }),
      row.text && (row.text.length > 60 ? `${row.text.slice(0, 60)}…` : row.text),
      row.competitor && t("competitor", { name: localName(row.competitor, locale) }),
    ]
      .filter(Boolean)
      .join(" · "),
    kind: words(`statuses.${row.status}`),
    href: `/feedback/${row.id}`,
  }));
  return (
    <Card
      flush
      title={t("title")}
      actions={
        <LinkButton href={allHref} variant="ghost" size="sm">
          {t("all")}
        </LinkButton>
      }
    >
      {items.length > 0 ? (
        <NeedsAttention items={items} />
      ) : (
        <p className="px-4 pt-1 pb-4 text-muted text-sm">{t("none")}</p>
      )}
    </Card>
  );
}
