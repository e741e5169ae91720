"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { DateField, NumberField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { addRate } from "@/lib/settings/actions/currencies";

export type RateFormProps = { currencies: readonly ComboOption[]; baseCurrency: string };
export type Rate = {
  id: string;
  version: number;
  currency: string;
  validFrom: string;
  rate: number;
};
export type RateValues = { currency: string | null; validFrom: string; rate: number | null };

/** Fields that have to be filled. */
export function missing({ currency, validFrom, rate }: RateValues): Record<string, string> {
  return {
    ...(currency ? {} : { currency: "required" }),
    ...(validFrom ? {} : { validFrom: "required" }),
    ...(rate === null ? { rate: "required" } : {}),
  };
}

/** `validate` has made sure that nothing is missing. */
export const complete = <V extends RateValues>(values: V) => ({
  ...values,
  currency: values.currency ?? "",
  rate: values.rate ?? 0,
});

/** A new rate; the currency stays for the next one. */
export function AddRate({ currencies, baseCurrency, today }: RateFormProps & { today: string }) {
  const t = useTranslations("settings.currencies");
  return (
    <ActionForm
      action={addRate}
      initial={{ currency: null, validFrom: today, rate: null } as RateValues}
      validate={missing}
      toInput={complete}
      successMessage={t("added")}
      submitLabel={t("add")}
      resetOnSuccess
    >
      <RateFields currencies={currencies} baseCurrency={baseCurrency} />
    </ActionForm>
  );
}

/** Currency, first day and rate. */
export function RateFields({ currencies, baseCurrency }: RateFormProps) {
  const t = useTranslations("settings.currencies");
  return (
    <div className="grid grid-cols-3 gap-3 phone:grid-cols-1">
      <ComboboxField name="currency" label={t("currency")} options={currencies} required />
      <DateField name="validFrom" label={t("validFrom")} required />
      <NumberField
        name="rate"
        label={t("rate")}
        hint={t("rateHint", { base: baseCurrency })}
        suffix={baseCurrency}
        format={{ maximumFractionDigits: 8 }}
        step={0.01}
        min={0}
        required
      />
    </div>
  );
}
