"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { createFeedback, editFeedback } from "@/lib/feedback/actions/feedback";
import type { Channel, FeedbackKind, Severity } from "@/lib/feedback/domain/feedback";
import { FeedbackFields } from "./feedback-fields";
import { type About, type FeedbackValues, newValues, toInput } from "./feedback-values";

type CommonProps = {
  about: About;
  competitors: readonly { value: string; label: string }[];
  team: boolean;
  today: string;
};

/** Records what a customer said, and goes there. */
export function NewFeedbackForm({
  kind,
  back,
  ...props
}: CommonProps & { kind: FeedbackKind; back?: string }) {
  const t = useTranslations("feedbackForm");
  const router = useRouter();
  return (
    <ActionForm
      action={createFeedback}
      initial={newValues(props.today, props.about, kind)}
      toInput={toInput}
      onSuccess={(data) => router.push(back ?? `/feedback/${data?.id}`)}
      successMessage={t("recorded")}
      submitLabel={t("record")}
    >
      <FeedbackFields {...props} />
    </ActionForm>
  );
}

/** Changes feedback; a stale save shows both versions. What the customer wrote themselves (`asWritten`) stays. */
export function EditFeedbackForm({
  id,
  version,
  values,
  ...props
}: CommonProps & { id: string; version: number; values: FeedbackValues; asWritten: boolean }) {
  const t = useTranslations("feedbackForm");
  return (
    <ActionForm
      action={editFeedback}
      initial={{ ...values, version }}
      toInput={({ version: seen, ...rest }) => ({ ...toInput(rest), id, version: seen })}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        kind: { label: t("kind"), show: (value) => t(`kinds.${value as FeedbackKind}`) },
        score: { label: t("score"), fromServer: (saved) => saved },
        text: { label: t("text") },
        severity: {
          label: t("severity"),
          show: (value) => t(`severities.${value as Severity}`),
        },
        channel: { label: t("channel"), show: (value) => t(`channels.${value as Channel}`) },
        givenOn: { label: t("givenOn") },
        contact: { label: t("contact") },
      })}
    >
      <FeedbackFields {...props} />
    </ActionForm>
  );
}
