"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { useFormField } from "@/components/forms/form-context";
import type { FormResult } from "@/components/forms/form-errors";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { StageLine } from "./stage-list";

const KINDS = ["open", "won", "lost"] as const;
export type StageKind = (typeof KINDS)[number];
type Values = { name: string; nameEn: string; kind: StageKind; probability: number | null };
type Input = { name: string; nameEn: string; kind: StageKind; probability: number };
type Answer = Promise<FormResult<unknown> | undefined>;

export type StageFormActions = {
  add: (input: Input) => Answer;
  edit: (input: Input & { id: string; version: number }) => Answer;
};

/** Won and lost stages have a probability by their kind. */
function probabilityOf({ kind, probability }: Pick<Values, "kind" | "probability">): number {
  return kind === "open" ? (probability ?? Number.NaN) : kind === "won" ? 1 : 0;
}

function missing(values: Pick<Values, "kind" | "probability">): Record<string, string> {
  return Number.isNaN(probabilityOf(values)) ? { probability: "required" } : {};
}

/** Names, kind and probability of a stage. */
export function StageForm({
  stage,
  actions,
  onDone,
}: {
  stage: StageLine;
  actions: StageFormActions;
  onDone: () => void;
}) {
  const t = useTranslations("settings.stages");
  const { id, version, name, nameEn, kind, probability } = stage;
  return (
    <ActionForm
      action={actions.edit}
      initial={{
        id,
        version,
        name,
        nameEn: nameEn ?? "",
        kind,
        probability: probability as number | null,
      }}
      validate={missing}
      toInput={(values) => ({ ...values, probability: probabilityOf(values) })}
      onSuccess={onDone}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        name: { label: t("fields.name") },
        nameEn: { label: t("fields.nameEn") },
        kind: { label: t("fields.kind"), show: (value) => t(`kinds.${value as StageKind}`) },
        probability: {
          label: t("fields.probability"),
          show: (value) => `${Math.round(Number(value) * 10_000) / 100}%`,
        },
      })}
    >
      <StageFields />
    </ActionForm>
  );
}

/** Button and form for a new stage. */
export function AddStageDialog({ action }: { action: StageFormActions["add"] }) {
  const t = useTranslations("settings.stages");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t("add")}
      description={t("addHint")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          {t("add")}
        </Button>
      }
    >
      <ActionForm
        action={action}
        initial={
          { name: "", nameEn: "", kind: "open", probability: null } satisfies Values as Values
        }
        validate={missing}
        toInput={(values) => ({ ...values, probability: probabilityOf(values) })}
        onSuccess={() => setOpen(false)}
        successMessage={t("added")}
        submitLabel={t("addSubmit")}
      >
        <StageFields />
      </ActionForm>
    </Dialog>
  );
}

function StageFields() {
  const t = useTranslations("settings.stages");
  const kind = useFormField("kind").value;
  return (
    <>
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("fields.name")} required />
        <TextField name="nameEn" label={t("fields.nameEn")} />
      </div>
      <RadioField
        name="kind"
        label={t("fields.kind")}
        segmented
        options={KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
      />
      {kind === "open" ? (
        <NumberField
          name="probability"
          label={t("fields.probability")}
          hint={t("fields.probabilityHint")}
          format={{ style: "percent", maximumFractionDigits: 2 }}
          min={0}
          max={1}
          required
          className="max-w-44 phone:max-w-full"
        />
      ) : (
        <p className="text-muted text-sm">{t(kind === "won" ? "wonFixed" : "lostFixed")}</p>
      )}
    </>
  );
}
