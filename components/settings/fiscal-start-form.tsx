"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { useFormField } from "@/components/forms/form-context";
import { Banner } from "@/components/ui/banner";
import { setFiscalStart } from "@/lib/settings/actions/organisation";

export type FiscalChoice = {
  month: number;
  /** Name of the month. */
  label: string;
  /** The quarters of this fiscal year and the next. */
  quarters: readonly { label: string; span: string }[];
  /** Targets for periods that would be none. */
  displaced: number;
};

type FiscalStartFormProps = {
  version: number;
  startMonth: number;
  choices: readonly FiscalChoice[];
};

/** The month the fiscal year starts in, with the quarters that come of it. */
export function FiscalStartForm({ version, startMonth, choices }: FiscalStartFormProps) {
  const t = useTranslations("settings.calendar");
  return (
    <ActionForm
      action={setFiscalStart}
      initial={{ version, startMonth: String(startMonth) }}
      toInput={(values) => ({ ...values, startMonth: Number(values.startMonth) })}
      successMessage={t("startSaved")}
      renderServerError={conflictOf({
        startMonth: {
          label: t("start"),
          show: (month) => choices.find((one) => String(one.month) === month)?.label ?? month,
          fromServer: String,
        },
      })}
    >
      <SelectField
        name="startMonth"
        label={t("start")}
        options={choices.map(({ month, label }) => ({ value: String(month), label }))}
        className="max-w-60 phone:max-w-full"
      />
      <Preview startMonth={startMonth} choices={choices} />
    </ActionForm>
  );
}

function Preview({ startMonth, choices }: Omit<FiscalStartFormProps, "version">) {
  const t = useTranslations("settings.calendar");
  const chosen = Number(useFormField("startMonth").value);
  const choice = choices.find(({ month }) => month === chosen);
  if (!choice) return null;
  return (
    <div aria-live="polite" className="grid gap-2">
      <p className="text-ink2 text-sm">{t("preview")}</p>
      <ul className="grid gap-x-6 text-sm sm:grid-flow-col sm:grid-rows-4">
        {choice.quarters.map(({ label, span }) => (
          <li key={label} className="flex justify-between gap-3 border-grid border-b py-1">
            <span className="whitespace-nowrap">{label}</span>
            <span className="text-right text-muted tabular-nums">{span}</span>
          </li>
        ))}
      </ul>
      {chosen === startMonth ? null : (
        <Banner tone={choice.displaced > 0 ? "bad" : "warn"}>
          {choice.displaced > 0 ? t("displaced", { count: choice.displaced }) : t("startWarning")}
        </Banner>
      )}
    </div>
  );
}
