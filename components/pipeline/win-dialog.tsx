"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/choice-fields";
import { DateField, NumberField, TextField } from "@/components/forms/text-fields";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { correctWin, winDeal } from "@/lib/pipeline/actions/stages";
import type { BusinessDate } from "@/lib/shared/business-date";

/** What closing a deal needs to know of it. */
export type ClosingDeal = {
  id: string;
  version: number;
  title: string;
  currency: string;
  /** What it would be won for: what was booked, else its lines' sum, else what is expected. */
  amount: number | null;
  /** Products on it; 0: it is booked as one line. */
  lines: number;
  closedOn: BusinessDate | null;
  /** Sales entered for it by hand, which booking would repeat. */
  entered: number;
};

type WinDialogProps = {
  deal: ClosingDeal;
  today: BusinessDate;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** It is won already and what was booked is put right. */
  correcting?: boolean;
  /** The won stage it goes to; default the first. */
  stageId?: string;
  onDone?: () => void;
};

/** Wins a deal and books its sales, or corrects what was booked. */
export function WinDialog({ deal, today, open, onOpenChange, ...more }: WinDialogProps) {
  const { correcting = false, stageId, onDone } = more;
  const t = useTranslations("pipeline.win");
  function done(data: unknown) {
    const already = typeof data === "object" && data !== null && "already" in data && data.already;
    toast(correcting ? t("corrected") : already ? t("already") : t("done", { title: deal.title }));
    onOpenChange(false);
    onDone?.();
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="sm"
      title={correcting ? t("correctTitle") : t("title", { title: deal.title })}
      description={deal.lines > 0 ? t("byLines", { count: deal.lines }) : t("oneLine")}
    >
      <ActionForm
        action={correcting ? correctWin : winDeal}
        initial={{
          amount: deal.amount,
          closedOn: deal.closedOn ?? today,
          orderNo: "",
          book: deal.entered === 0,
        }}
        validate={({ amount }): Record<string, string> =>
          amount === null ? { amount: "required" } : {}
        }
        toInput={(values) => ({
          ...values,
          ...{ amount: values.amount ?? 0, id: deal.id, version: deal.version, stageId },
        })}
        onSuccess={done}
        submitLabel={correcting ? t("correct") : t("submit")}
        secondary={<DialogClose>{t("cancel")}</DialogClose>}
      >
        <NumberField name="amount" label={t("amount")} suffix={deal.currency} min={0} required />
        <DateField name="closedOn" label={t("closedOn")} max={today} required />
        <TextField name="orderNo" label={t("orderNo")} hint={t("orderNoHint")} />
        {deal.entered > 0 ? (
          <CheckboxField
            name="book"
            label={t("book")}
            hint={t("entered", { count: deal.entered })}
          />
        ) : null}
      </ActionForm>
    </Dialog>
  );
}
