import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { FeedbackDetail } from "@/lib/feedback/domain/feedback";
import { DASH, type Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";
import { feedbackWords } from "./feedback-words";

type FactsProps = { feedback: FeedbackDetail; f: Formatter };

/** Who, what and when of feedback. */
export async function FeedbackFacts({ feedback, f }: FactsProps) {
  const [c, t, words, locale] = await Promise.all([
    getTranslations("feedback.columns"),
    getTranslations("feedback"),
    feedbackWords(),
    getLocale(),
  ]);
  const name = (named: Named | null) => (named ? localName(named, locale) : DASH);
  const link = (href: string, text: string) => (
    <Link className="link" href={href}>
      {text}
    </Link>
  );
  const { customer, deal, competitor } = feedback;
  return (
    <KeyValueList
      items={[
        {
          label: c("customer"),
          value: customer ? link(`/customers/${customer.id}`, name(customer)) : DASH,
        },
        { label: c("deal"), value: deal ? link(`/deals/${deal.id}`, deal.title) : DASH },
        { label: c("product"), value: name(feedback.product) },
        {
          label: c("competitor"),
          value: competitor ? link(`/market/competitors/${competitor.id}`, name(competitor)) : DASH,
        },
        {
          label: c("severity"),
          value: feedback.severity ? words.severity(feedback.severity) : DASH,
        },
        { label: c("channel"), value: words.channel(feedback.channel) },
        { label: c("contact"), value: feedback.contact ?? DASH },
        { label: c("givenOn"), value: f.date(feedback.givenOn) },
        { label: c("owner"), value: name(feedback.owner) },
        { label: c("unit"), value: name(feedback.unit) },
        {
          label: t("recordedBy"),
          value: feedback.viaForm ? t("viaForm") : name(feedback.createdBy),
        },
      ]}
    />
  );
}

/** How it was answered, step by step with times and names. */
export async function FeedbackCourse({ feedback, f }: FactsProps) {
  const [t, locale] = await Promise.all([getTranslations("feedback"), getLocale()]);
  const at = (instant: string | null) => f.dateTime(instant ? new Date(instant) : null);
  const by = (named: Named | null) => (named ? ` · ${localName(named, locale)}` : "");
  const steps = [
    { label: t("received"), when: at(feedback.receivedAt), text: null },
    ...(feedback.acknowledgedAt
      ? [
          {
            label: t("acknowledgedStep"),
            when: at(feedback.acknowledgedAt) + by(feedback.acknowledgedBy),
            text: feedback.answer,
          },
        ]
      : []),
    ...(feedback.resolvedAt
      ? [
          {
            label: t("resolvedStep"),
            when: at(feedback.resolvedAt) + by(feedback.resolvedBy),
            text: feedback.resolution,
          },
        ]
      : []),
  ];
  return (
    <ol className="mb-4 grid gap-3 border-line border-l pl-4 text-sm">
      {steps.map((step) => (
        <li key={step.label}>
          <p className="font-medium">{step.label}</p>
          <p className="text-muted text-xs">{step.when}</p>
          {step.text ? (
            <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{step.text}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
