"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { useFormField } from "@/components/forms/form-context";
import { DateField, TextField } from "@/components/forms/text-fields";
import { createActivity } from "@/lib/activities/actions";
import type { BusinessDate } from "@/lib/shared/business-date";
import { AboutFields, NextStepFields, StatusField } from "./activity-fields";
import { type About, newValues } from "./activity-values";
import { KindField } from "./kind-field";

type QuickActivityFormProps = { today: BusinessDate; about: About; onDone: () => void };

/** The few fields a follow-up needs on the road: kind, whom, what, what next. */
export function QuickActivityForm({ today, about, onDone }: QuickActivityFormProps) {
  const t = useTranslations("activityForm");
  return (
    <ActionForm
      action={createActivity}
      draftName={`quick activity ${about.deal?.value ?? about.customer?.value ?? ""}`}
      initial={newValues(today, about)}
      toInput={({ version: _, ...values }) => values}
      onSuccess={onDone}
      successMessage={t("saved")}
      submitLabel={t("save")}
    >
      <KindField name="kind" />
      <AboutFields about={about} />
      <TextField name="subject" label={t("subject")} maxLength={200} />
      <StatusField />
      <WhenFields />
    </ActionForm>
  );
}

/** Of what is done the next step, of what is planned the day. */
function WhenFields() {
  const t = useTranslations("activityForm");
  const done = useFormField("status").value === "done";
  if (done) return <NextStepFields />;
  return (
    <div className="grid grid-cols-2 gap-3">
      <DateField name="day" label={t("day")} required />
      <TextField name="time" type="time" label={t("time")} />
    </div>
  );
}
