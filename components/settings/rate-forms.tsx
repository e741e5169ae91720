"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { DateField, NumberField } from "@/components/forms/text-fields";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { addRate, editRate, removeRate } from "@/lib/settings/actions/currencies";

type Shared = { currencies: readonly ComboOption[]; baseCurrency: string };
type Rate = { id: string; version: number; currency: string; validFrom: string; rate: number };
type Values = { currency: string | null; validFrom: string; rate: number | null };

function missing({ currency, validFrom, rate }: Values): Record<string, string> {
  return {
    ...(currency ? {} : { currency: "required" }),
    ...(validFrom ? {} : { validFrom: "required" }),
    ...(rate === null ? { rate: "required" } : {}),
  };
}

/** `validate` has made sure that nothing is missing. */
const complete = <V extends Values>(values: V) => ({
  ...values,
  currency: values.currency ?? "",
  rate: values.rate ?? 0,
});

/** A new rate; the currency stays for the next one. */
export function AddRate({ currencies, baseCurrency, today }: Shared & { today: string }) {
  const t = useTranslations("settings.currencies");
  return (
    <ActionForm
      action={addRate}
      initial={{ currency: null, validFrom: today, rate: null } as Values}
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

function RateFields({ currencies, baseCurrency }: Shared) {
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

/** Edit and delete of one rate in the list. */
export function RateCommands({ rate, label, ...shared }: Shared & { rate: Rate; label: string }) {
  const t = useTranslations("settings.currencies");
  const run = useCommand();
  const [open, setOpen] = useState(false);
  return (
    <span className="inline-flex">
      <Dialog
        title={t("editTitle", { label })}
        description={t("frozen")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton size="sm" label={t("edit", { label })} icon={<Pencil aria-hidden="true" />} />
        }
      >
        <ActionForm
          action={editRate}
          initial={{ ...rate } as Rate & Values}
          validate={missing}
          toInput={complete}
          onSuccess={() => setOpen(false)}
          successMessage={t("saved")}
          renderServerError={conflictOf({
            currency: { label: t("currency") },
            validFrom: { label: t("validFrom") },
            rate: { label: t("rate") },
          })}
        >
          <RateFields {...shared} />
        </ActionForm>
      </Dialog>
      <ConfirmDialog
        title={t("deleteTitle", { label })}
        confirmLabel={t("delete")}
        danger
        trigger={
          <IconButton
            size="sm"
            label={t("deleteLabel", { label })}
            icon={<Trash2 aria-hidden="true" />}
          />
        }
        onConfirm={() => run(removeRate({ id: rate.id }), t("deleted"))}
      >
        {t("deleteAsk")}
      </ConfirmDialog>
    </span>
  );
}
