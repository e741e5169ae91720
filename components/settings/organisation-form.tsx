"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, RadioField, SelectField } from "@/components/forms/choice-fields";
import { ComboboxField } from "@/components/forms/combobox-field";
import { conflictOf } from "@/components/forms/edit-conflict";
import { FieldGroup } from "@/components/forms/field-group";
import { NumberField, TextField } from "@/components/forms/text-fields";
import type { Option } from "@/components/ui/select";
import { editOrganisation } from "@/lib/settings/actions/organisation";
import { WeekdaysField } from "./weekday-fields";

type Values = {
  version: number;
  name: string;
  nameEn: string;
  timeZone: string | null;
  firstDayOfWeek: string;
  /** ISO weekdays joined by commas. */
  weekendDays: string;
  riseColour: "red" | "green";
  paceOnFrom: number | null;
  paceCautionFrom: number | null;
  followUpDays: number | null;
  scoreWeightRevenue: number | null;
  scoreWeightNewCustomers: number | null;
  scoreWeightGrowth: number | null;
  scoreWeightWinRate: number | null;
  scoreCap: number | null;
  leaderboardVisible: boolean;
};

type OrganisationFormProps = {
  settings: Values;
  timeZones: readonly Option[];
  weekdays: readonly Option[];
};

const WEIGHTS = [
  ["scoreWeightRevenue", "revenue"],
  ["scoreWeightNewCustomers", "new_customers"],
  ["scoreWeightGrowth", "growth"],
  ["scoreWeightWinRate", "win_rate"],
] as const;

function missing(values: Values): Record<string, string> {
  return {
    ...(values.timeZone ? {} : { timeZone: "required" }),
    ...(values.paceOnFrom === null ? { paceOnFrom: "required" } : {}),
    ...(values.paceCautionFrom === null ? { paceCautionFrom: "required" } : {}),
    ...(values.followUpDays === null ? { followUpDays: "required" } : {}),
    ...Object.fromEntries(
      WEIGHTS.flatMap(([name]) => (values[name] === null ? [[name, "required"]] : [])),
    ),
  };
}

/** `validate` has made sure that nothing is missing. */
const toInput = (values: Values) => ({
  ...values,
  timeZone: values.timeZone ?? "",
  firstDayOfWeek: Number(values.firstDayOfWeek),
  weekendDays: values.weekendDays.split(",").filter(Boolean).map(Number),
  paceOnFrom: values.paceOnFrom ?? 0,
  paceCautionFrom: values.paceCautionFrom ?? 0,
  followUpDays: values.followUpDays ?? 0,
  scoreWeightRevenue: values.scoreWeightRevenue ?? 0,
  scoreWeightNewCustomers: values.scoreWeightNewCustomers ?? 0,
  scoreWeightGrowth: values.scoreWeightGrowth ?? 0,
  scoreWeightWinRate: values.scoreWeightWinRate ?? 0,
});

/** What the organisation is called and how it counts days and colours figures. */
export function OrganisationForm({ settings, timeZones, weekdays }: OrganisationFormProps) {
  const t = useTranslations("settings.organisation");
  const percent = (value: string) => `${Math.round(Number(value) * 10_000) / 100}%`;
  const weighs = (kpi: (typeof WEIGHTS)[number][1]) => t("scoreWeight", { kpi: t(`kpis.${kpi}`) });
  const dayName = (day: string) => weekdays.find(({ value }) => value === day)?.label ?? day;
  return (
    <ActionForm
      action={editOrganisation}
      initial={settings}
      validate={missing}
      toInput={toInput}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        name: { label: t("name") },
        nameEn: { label: t("nameEn") },
        timeZone: { label: t("timeZone") },
        firstDayOfWeek: { label: t("firstDay"), show: dayName, fromServer: String },
        weekendDays: {
          label: t("weekend"),
          show: (days) => days.split(",").map(dayName).join(" "),
        },
        riseColour: { label: t("rise"), show: (colour) => t(`riseChoices.${colour as "red"}`) },
        paceOnFrom: { label: t("paceOn"), show: percent },
        paceCautionFrom: { label: t("paceCaution"), show: percent },
        followUpDays: { label: t("followUp") },
        ...Object.fromEntries(WEIGHTS.map(([name, kpi]) => [name, { label: weighs(kpi) }])),
        scoreCap: { label: t("scoreCap"), show: (cap) => (cap ? percent(cap) : "—") },
        leaderboardVisible: {
          label: t("leaderboard"),
          show: (on) => t(on === "true" ? "yes" : "no"),
          fromServer: (on) => on === 1,
        },
      })}
      className="gap-6"
    >
      <FieldGroup title={t("names")} columns={2}>
        <TextField name="name" label={t("name")} required />
        <TextField name="nameEn" label={t("nameEn")} />
      </FieldGroup>
      <FieldGroup title={t("time")} columns={2}>
        <ComboboxField
          name="timeZone"
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          options={timeZones}
          required
        />
        <SelectField name="firstDayOfWeek" label={t("firstDay")} options={weekdays} />
        <WeekdaysField
          name="weekendDays"
          label={t("weekend")}
          hint={t("weekendHint")}
          options={weekdays}
        />
      </FieldGroup>
      <FieldGroup title={t("figures")} columns={2}>
        <NumberField
          name="paceOnFrom"
          label={t("paceOn")}
          hint={t("paceOnHint")}
          format={{ style: "percent", maximumFractionDigits: 2 }}
          min={0}
          required
        />
        <NumberField
          name="paceCautionFrom"
          label={t("paceCaution")}
          hint={t("paceCautionHint")}
          format={{ style: "percent", maximumFractionDigits: 2 }}
          min={0}
          required
        />
        <RadioField
          name="riseColour"
          label={t("rise")}
          hint={t("riseHint")}
          options={(["red", "green"] as const).map((value) => ({
            value,
            label: t(`riseChoices.${value}`),
          }))}
        />
        <NumberField
          name="followUpDays"
          label={t("followUp")}
          hint={t("followUpHint")}
          suffix={t("days")}
          min={1}
          max={60}
          required
        />
        <CheckboxField
          name="leaderboardVisible"
          label={t("leaderboard")}
          hint={t("leaderboardHint")}
        />
      </FieldGroup>
      <FieldGroup title={t("score")} columns={2}>
        {WEIGHTS.map(([name, kpi]) => (
          <NumberField key={name} name={name} label={weighs(kpi)} min={0} max={100} required />
        ))}
        <NumberField
          name="scoreCap"
          label={t("scoreCap")}
          hint={t("scoreCapHint")}
          format={{ style: "percent", maximumFractionDigits: 2 }}
          min={0}
        />
      </FieldGroup>
    </ActionForm>
  );
}
