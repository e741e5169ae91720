"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { editRate } from "@/lib/settings/actions/currencies";
import {
  complete,
  missing,
  type Rate,
  RateFields,
  type RateFormProps,
  type RateValues,
} from "./rate-forms";

type Props = RateFormProps & { rate: Rate; onDone: () => void };

/** Corrects one rate. */
export default function EditRate({ rate, onDone, ...shared }: Props) {
  const t = useTranslations("settings.currencies");
  return (
    <ActionForm
      action={editRate}
      initial={{ ...rate } as Rate & RateValues}
      validate={missing}
      toInput={complete}
      onSuccess={onDone}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        currency: { label: t("currency") },
        validFrom: { label: t("validFrom") },
        rate: { label: t("rate") },
      })}
    >
      <RateFields {...shared} />
    </ActionForm>
  );
}
