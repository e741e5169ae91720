"use client";
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { DateField, NumberField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import type { DealChoices } from "@/lib/pipeline/domain/choices";
import { addDays, addMonths, type BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

/** Amount and currency in one line; the currency is asked for only where there are several. */
export function AmountFields({ choices }: { choices: DealChoices }) {
  const t = useTranslations("pipeline.fields");
  const { value } = useFormField("currency");
  const several = choices.currencies.length > 1;
  return (
    <div className={several ? "grid grid-cols-[1fr_6.5rem] gap-2" : undefined}>
      <NumberField
        name="amount"
        label={t("amount")}
        min={0}
        suffix={several ? undefined : String(value)}
      />
      {several ? (
        <SelectField
          name="currency"
          label={t("currency")}
          options={choices.currencies.map((code) => ({ value: code, label: code }))}
        />
      ) : null}
    </div>
  );
}

/** A day, with the usual answers one tap away. */
export function CloseDayField({ today }: { today: BusinessDate }) {
  const t = useTranslations("pipeline.fields");
  const { value, setValue } = useFormField("expectedCloseOn");
  const days = {
    twoWeeks: addDays(today, 14),
    oneMonth: addMonths(today, 1),
    threeMonths: addMonths(today, 3),
  } as const;
  return (
    <div>
      <DateField name="expectedCloseOn" label={t("expectedCloseOn")} />
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {Object.entries(days).map(([name, day]) => (
          <Button key={name} size="sm" aria-pressed={value === day} onClick={() => setValue(day)}>
            {t(`in.${name as keyof typeof days}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** One of the open stages. */
export function StageField({ choices }: { choices: DealChoices }) {
  const t = useTranslations("pipeline.fields");
  const locale = useLocale();
  return (
    <SelectField
      name="stageId"
      label={t("stage")}
      required
      options={choices.stages
        .filter((stage) => stage.kind === "open")
        .map((stage) => ({ value: stage.id, label: localName(stage, locale) }))}
    />
  );
}
