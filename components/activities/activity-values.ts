import type {
  Activity,
  ActivityKind,
  ActivityOutcome,
  ActivityStatus,
} from "@/lib/activities/domain/activity";
import type { BusinessDate } from "@/lib/shared/business-date";

/** What a follow-up is about, as a form shows it. */
export type About = {
  customer?: { value: string; label: string } | null;
  deal?: { value: string; label: string } | null;
};

export type ActivityValues = {
  version: number;
  kind: ActivityKind;
  status: ActivityStatus;
  day: string;
  time: string;
  minutes: number | null;
  subject: string;
  outcome: ActivityOutcome | "";
  notes: string;
  nextStep: string;
  nextStepOn: string;
  dealId: string | null;
  customerId: string | null;
  contactIds: string[];
};

/** A new follow-up of today. */
export function newValues(
  today: BusinessDate,
  about: About,
  preset: Partial<ActivityValues> = {},
): ActivityValues {
  return {
    ...{ version: 0, kind: "call", status: "done", day: today, time: "", minutes: null },
    ...{ subject: "", outcome: "", notes: "", nextStep: "", nextStepOn: "" },
    ...{ dealId: about.deal?.value ?? null, customerId: about.customer?.value ?? null },
    contactIds: [],
    ...preset,
  };
}

/** The form's values of a stored follow-up. */
export function valuesOf(activity: Activity): ActivityValues {
  const { version, kind, status, day, minutes, deal, customer } = activity;
  return {
    ...{ version, kind, status, day, minutes, time: activity.time ?? "" },
    ...{ subject: activity.subject ?? "", outcome: activity.outcome ?? "" },
    ...{ notes: activity.notes ?? "", nextStep: activity.nextStep ?? "" },
    ...{ nextStepOn: activity.nextStepOn ?? "" },
    ...{ dealId: deal?.id ?? null, customerId: customer?.id ?? null },
    contactIds: activity.contacts.map(({ id }) => id),
  };
}
