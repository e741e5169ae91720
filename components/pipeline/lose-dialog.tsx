"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { DateField } from "@/components/forms/text-fields";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { loseDeal } from "@/lib/pipeline/actions/stages";
import type { DealChoices } from "@/lib/pipeline/domain/choices";
import { localName } from "@/lib/shared/local-name";

type LoseDialogProps = {
  deal: { id: string; version: number; title: string };
  choices: Pick<DealChoices, "today" | "reasons" | "competitors">;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  stageId?: string;
  onDone?: () => void;
};

/** Loses a deal: why, and to whom unless the customer decided nothing. */
export function LoseDialog({
  deal,
  choices,
  open,
  onOpenChange,
  stageId,
  onDone,
}: LoseDialogProps) {
  const t = useTranslations("pipeline.lose");
  const locale = useLocale();
  const undecided = (id: unknown) =>
    choices.reasons.find((reason) => reason.id === id)?.isNoDecision === true;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="sm"
      title={t("title", { title: deal.title })}
      description={t("description")}
    >
      <ActionForm
        action={loseDeal}
        initial={{ lossReasonId: "", competitorId: "", closedOn: choices.today as string }}
        toInput={(values) => ({ ...values, id: deal.id, version: deal.version, stageId })}
        validate={(values): Record<string, string> =>
          values.lossReasonId && !undecided(values.lossReasonId) && !values.competitorId
            ? { competitorId: "competitorNeeded" }
            : {}
        }
        onSuccess={(data) => {
          toast(data?.already ? t("already") : t("done", { title: deal.title }));
          onOpenChange(false);
          onDone?.();
        }}
        submitLabel={t("submit")}
        secondary={<DialogClose>{t("cancel")}</DialogClose>}
      >
        <SelectField
          name="lossReasonId"
          label={t("reason")}
          placeholder={t("choose")}
          required
          options={choices.reasons.map((reason) => ({
            value: reason.id,
            label: localName(reason, locale),
          }))}
        />
        <CompetitorField undecided={undecided} competitors={choices.competitors} />
        <DateField name="closedOn" label={t("closedOn")} max={choices.today} required />
      </ActionForm>
    </Dialog>
  );
}

/** Who won instead; nobody where the customer decided nothing. */
function CompetitorField({
  undecided,
  competitors,
}: {
  undecided: (reason: unknown) => boolean;
  competitors: DealChoices["competitors"];
}) {
  const t = useTranslations("pipeline.lose");
  const locale = useLocale();
  const { value } = useFormField("lossReasonId");
  if (undecided(value)) return <p className="text-muted text-sm">{t("nobody")}</p>;
  return (
    <SelectField
      name="competitorId"
      label={t("competitor")}
      placeholder={t("choose")}
      required
      options={competitors.map((one) => ({ value: one.id, label: localName(one, locale) }))}
    />
  );
}
