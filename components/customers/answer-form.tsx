"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextareaField } from "@/components/forms/text-fields";
import { answerCustomerRequest } from "@/lib/customers/actions/similar";

/** Answers somebody's question about a customer, once. */
export function AnswerForm({ id }: { id: string }) {
  const t = useTranslations("customers.requests");
  return (
    <ActionForm
      action={answerCustomerRequest}
      initial={{ id, answer: "" }}
      successMessage={t("sent")}
      submitLabel={t("send")}
      className="gap-2"
    >
      <TextareaField name="answer" label={t("answer")} rows={2} required />
    </ActionForm>
  );
}
