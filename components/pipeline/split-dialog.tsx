"use client";
import { Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { useFormField } from "@/components/forms/form-context";
import { RemoteChoice } from "@/components/forms/remote-choice";
import { Button, IconButton } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { NumberInput } from "@/components/ui/number-input";
import { splitProblem } from "@/lib/deals/domain/split";
import { shareCredit } from "@/lib/pipeline/actions/credit";

type Part = { key: number; person: ComboOption | null; share: number | null };

type SplitDialogProps = {
  deal: { id: string; version: number };
  owner: ComboOption;
  parts: readonly Omit<Part, "key">[];
};

/** Shares the credit of a deal between several people, or gives it back to the owner. */
export function SplitDialog({ deal, owner, parts }: SplitDialogProps) {
  const t = useTranslations("pipeline.split");
  const [open, setOpen] = useState(false);
  const start =
    parts.length > 0
      ? parts
      : [
          { person: owner, share: 0.5 },
          { person: null, share: 0.5 },
        ];
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("description")}
      trigger={<Button size="sm">{t("open")}</Button>}
    >
      <ActionForm
        action={shareCredit}
        initial={{
          ...{ id: deal.id, version: deal.version },
          parts: start.map((part, key): Part => ({ ...part, key })),
        }}
        validate={({ parts: edited }): Record<string, string> => {
          if (edited.length === 0) return {};
          if (edited.some((part) => part.person === null)) return { parts: t("personMissing") };
          const problem = splitProblem(
            edited.map(({ person, share }) => ({ userId: person?.value ?? "", share: share ?? 0 })),
          );
          return problem ? { parts: problem } : {};
        }}
        toInput={({ parts: edited, ...values }) => ({
          ...values,
          parts: edited.map(({ person, share }) => ({
            userId: person?.value ?? "",
            share: share ?? 0,
          })),
        })}
        successMessage={t("done")}
        onSuccess={() => setOpen(false)}
        submitLabel={t("submit")}
        secondary={<DialogClose>{t("cancel")}</DialogClose>}
        renderServerError={conflictOf({})}
      >
        <PartRows />
      </ActionForm>
    </Dialog>
  );
}

function PartRows() {
  const t = useTranslations("pipeline.split");
  const locale = useLocale();
  const { value, setValue, error } = useFormField("parts");
  const parts = value as readonly Part[];
  const change = (key: number, changes: Partial<Part>) =>
    setValue(parts.map((part) => (part.key === key ? { ...part, ...changes } : part)));
  const total = parts.reduce((sum, { share }) => sum + (share || 0), 0);
  const nextKey = Math.max(0, ...parts.map((part) => part.key)) + 1;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  return (
    <div className="grid gap-3">
      {parts.map((part, index) => (
        <fieldset key={part.key} className="grid grid-cols-[1fr_7rem_2rem] items-center gap-2">
          <legend className="sr-only">{t("part", { number: index + 1 })}</legend>
          <RemoteChoice
            aria-label={t("person")}
            placeholder={t("person")}
            source="/api/search?only=colleague"
            value={part.person?.value ?? null}
            chosen={part.person}
            onValueChange={(_, person) => change(part.key, { person })}
          />
          <NumberInput
            aria-label={t("share")}
            value={part.share}
            format={{ style: "percent", maximumFractionDigits: 2 }}
            min={0}
            max={1}
            onValueChange={(share) => change(part.key, { share })}
          />
          <IconButton
            label={t("remove", { number: index + 1 })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => setValue(parts.filter((other) => other.key !== part.key))}
          />
        </fieldset>
      ))}
      <p className="flex items-center justify-between text-sm">
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() => setValue([...parts, { key: nextKey, person: null, share: null }])}
        >
          {t("add")}
        </Button>
        {parts.length > 0 ? (
          <span className="tabular-nums">{t("total", { share: percent.format(total) })}</span>
        ) : (
          <span className="text-muted">{t("ownerAlone")}</span>
        )}
      </p>
      {error ? (
        <p role="alert" className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
