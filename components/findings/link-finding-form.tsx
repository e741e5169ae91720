"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { useClosePanel } from "@/components/ui/panel-context";
import { linkEvidence } from "@/lib/findings/actions";

type Props = { feedbackId: string; options: readonly { value: string; label: string }[] };

/** Chooses the finding that a piece of feedback speaks for. */
export function LinkFindingForm({ feedbackId, options }: Props) {
  const t = useTranslations("findingForm");
  const close = useClosePanel();
  return (
    <ActionForm
      action={linkEvidence}
      initial={{ findingId: null as string | null }}
      toInput={({ findingId }) => ({ feedbackId, findingId: findingId ?? "" })}
      successMessage={t("linked")}
      onSuccess={close}
    >
      <ComboboxField name="findingId" label={t("finding")} options={options} required />
    </ActionForm>
  );
}
