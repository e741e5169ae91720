"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { createActivity, editActivity } from "@/lib/activities/actions";
import type { Activity, ActivityKind, ActivityStatus } from "@/lib/activities/domain/activity";
import type { BusinessDate } from "@/lib/shared/business-date";
import { ActivityFields } from "./activity-fields";
import { type About, type ActivityValues, newValues, valuesOf } from "./activity-values";

type NewProps = {
  today: BusinessDate;
  about: About;
  preset?: Partial<ActivityValues>;
  /** Whose it will be; default: one's own. */
  ownerId?: string;
  onDone: () => void;
};

/** A new follow-up with all its fields. */
export function NewActivityForm({ today, about, preset, ownerId, onDone }: NewProps) {
  const t = useTranslations("activityForm");
  return (
    <ActionForm
      action={createActivity}
      draftName={`activity ${about.deal?.value ?? about.customer?.value ?? ""}`}
      initial={newValues(today, about, preset)}
      toInput={({ version: _, ...values }) => ({ ...values, ownerId })}
      onSuccess={onDone}
      successMessage={t("saved")}
      submitLabel={t("save")}
    >
      <ActivityFields about={about} />
    </ActionForm>
  );
}

/** Changes a follow-up; a stale save shows both versions. */
export function EditActivityForm({
  activity,
  about,
  onDone,
}: {
  activity: Activity;
  about: About;
  onDone?: () => void;
}) {
  const t = useTranslations("activityForm");
  return (
    <ActionForm
      action={editActivity}
      draftName={`activity ${activity.id}`}
      initial={valuesOf(activity)}
      toInput={(values) => ({ ...values, id: activity.id })}
      onSuccess={onDone}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        kind: { label: t("kind"), show: (value) => t(`kinds.${value as ActivityKind}`) },
        status: { label: t("status"), show: (value) => t(`statuses.${value as ActivityStatus}`) },
        day: { label: t("day") },
        time: { label: t("time") },
        contactIds: {
          label: t("contacts"),
          show: (ids) => t("contactCount", { n: ids.split(",").length }),
          fromServer: (ids) => (ids ? String(ids).split(",") : []),
        },
        subject: { label: t("subject") },
        notes: { label: t("notes") },
        nextStep: { label: t("nextStep") },
        nextStepOn: { label: t("nextStepOn") },
      })}
    >
      <ActivityFields about={about} />
    </ActionForm>
  );
}
