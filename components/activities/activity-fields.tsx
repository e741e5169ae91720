"use client";
import { useTranslations } from "next-intl";
import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, NumberField, TextareaField, TextField } from "@/components/forms/text-fields";
import { ACTIVITY_OUTCOMES, ACTIVITY_STATUSES } from "@/lib/activities/domain/activity";
import type { About } from "./activity-values";
import { ContactsField } from "./contacts-field";
import { KindField } from "./kind-field";

/** Whom and what a follow-up is about, looked up while typing, and who of them takes part. */
export function AboutFields({ about }: { about: About }) {
  const t = useTranslations("activityForm");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <RemoteField
          name="customerId"
          label={t("customer")}
          source="/api/search?only=customer"
          chosen={about.customer}
          placeholder={t("search")}
        />
        <RemoteField
          name="dealId"
          label={t("deal")}
          source="/api/search?only=deal"
          chosen={about.deal}
          placeholder={t("search")}
        />
      </div>
      <ContactsField />
    </>
  );
}

/** Done or planned. */
export function StatusField() {
  const t = useTranslations("activityForm");
  return (
    <RadioField
      name="status"
      label={t("status")}
      segmented
      options={ACTIVITY_STATUSES.toReversed().map((value) => ({
        value,
        label: t(`statuses.${value}`),
      }))}
    />
  );
}

/** How it went and what comes next: only of what is done. */
export function ResultFields() {
  const t = useTranslations("activityForm");
  const done = useFormField("status").value === "done";
  if (!done) return null;
  return (
    <>
      <SelectField
        name="outcome"
        label={t("outcome")}
        options={[
          { value: "", label: t("noOutcome") },
          ...ACTIVITY_OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        ]}
      />
      <NextStepFields />
    </>
  );
}

/** With a day, the next step becomes a planned follow-up. */
export function NextStepFields() {
  const t = useTranslations("activityForm");
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <TextField name="nextStep" label={t("nextStep")} maxLength={200} />
      <DateField name="nextStepOn" label={t("nextStepOn")} hint={t("nextStepHint")} />
    </div>
  );
}

/** Every field of a follow-up. */
export function ActivityFields({ about }: { about: About }) {
  const t = useTranslations("activityForm");
  return (
    <>
      <KindField name="kind" />
      <StatusField />
      <AboutFields about={about} />
      <div className="grid grid-cols-3 gap-3 phone:grid-cols-2">
        <DateField name="day" label={t("day")} required className="phone:col-span-2" />
        <TextField name="time" type="time" label={t("time")} />
        <NumberField name="minutes" label={t("minutes")} min={0} max={1440} />
      </div>
      <TextField name="subject" label={t("subject")} maxLength={200} />
      <TextareaField name="notes" label={t("notes")} rows={3} />
      <ResultFields />
    </>
  );
}
