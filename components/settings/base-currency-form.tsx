"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { conflictOf } from "@/components/forms/edit-conflict";
import type { ComboOption } from "@/components/ui/combobox";
import { setBaseCurrency } from "@/lib/settings/actions/organisation";

type BaseCurrencyFormProps = {
  version: number;
  baseCurrency: string;
  currencies: readonly ComboOption[];
};

/** The currency of every figure, while nothing depends on it yet. */
export function BaseCurrencyForm({ version, baseCurrency, currencies }: BaseCurrencyFormProps) {
  const t = useTranslations("settings.currencies");
  return (
    <ActionForm
      action={setBaseCurrency}
      initial={{ version, baseCurrency }}
      successMessage={t("baseSaved")}
      renderServerError={conflictOf({ baseCurrency: { label: t("base") } })}
    >
      <ComboboxField
        name="baseCurrency"
        label={t("base")}
        options={currencies}
        required
        className="max-w-80 phone:max-w-full"
      />
    </ActionForm>
  );
}
