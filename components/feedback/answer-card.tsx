"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { TextareaField } from "@/components/forms/text-fields";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import {
  acknowledgeFeedback,
  reopenFeedback,
  resolveFeedback,
} from "@/lib/feedback/actions/feedback";
import type { FeedbackStatus } from "@/lib/feedback/domain/feedback";

type AnswerCardProps = {
  id: string;
  version: number;
  status: FeedbackStatus;
  answer: string | null;
  resolution: string | null;
};

/** The next step of answering: acknowledge, resolve, or open it again. */
export function AnswerSteps(props: AnswerCardProps) {
  const t = useTranslations("feedbackForm");
  const run = useCommand();
  const { id, version, status } = props;
  if (status === "resolved") {
    return (
      <Button onClick={() => void run(reopenFeedback({ id, version }), t("reopened"))}>
        {t("reopen")}
      </Button>
    );
  }
  return status === "new" ? <Acknowledge {...props} /> : <Resolve {...props} />;
}

function Acknowledge({ id, version, answer }: AnswerCardProps) {
  const t = useTranslations("feedbackForm");
  return (
    <ActionForm
      action={acknowledgeFeedback}
      initial={{ answer: answer ?? "", version }}
      toInput={(values) => ({ ...values, id })}
      successMessage={t("acknowledged")}
      submitLabel={t("acknowledge")}
      renderServerError={conflictOf({ answer: { label: t("answer") } })}
    >
      <TextareaField
        name="answer"
        label={t("answer")}
        hint={t("answerHint")}
        rows={3}
        maxLength={4000}
      />
    </ActionForm>
  );
}

function Resolve({ id, version, resolution }: AnswerCardProps) {
  const t = useTranslations("feedbackForm");
  return (
    <ActionForm
      action={resolveFeedback}
      initial={{ resolution: resolution ?? "", version }}
      toInput={(values) => ({ ...values, id })}
      successMessage={t("resolved")}
      submitLabel={t("resolve")}
      renderServerError={conflictOf({ resolution: { label: t("resolution") } })}
    >
      <TextareaField
        name="resolution"
        label={t("resolution")}
        hint={t("resolutionHint")}
        rows={3}
        maxLength={4000}
        required
      />
    </ActionForm>
  );
}
