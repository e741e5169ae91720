"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { DateField, TextField } from "@/components/forms/text-fields";
import type { Deal } from "@/lib/deals/domain/deal";
import { saveNextStep } from "@/lib/pipeline/actions/deals";

/** What is to be done next and when, always at hand. */
export function NextStepForm({ deal }: { deal: Deal }) {
  const t = useTranslations("pipeline");
  return (
    <ActionForm
      action={saveNextStep}
      initial={{
        ...{ id: deal.id, version: deal.version },
        ...{ nextStep: deal.nextStep ?? "", nextStepOn: deal.nextStepOn ?? "" },
      }}
      successMessage={t("nextStep.done")}
      submitLabel={t("nextStep.submit")}
      renderServerError={conflictOf({
        nextStep: { label: t("fields.nextStep") },
        nextStepOn: { label: t("fields.nextStepOn") },
      })}
    >
      <TextField name="nextStep" label={t("fields.nextStep")} autoComplete="off" />
      <DateField name="nextStepOn" label={t("fields.nextStepOn")} />
    </ActionForm>
  );
}
