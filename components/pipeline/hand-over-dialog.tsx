"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, TextareaField } from "@/components/forms/text-fields";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { askHandOver, withdrawRequest } from "@/lib/pipeline/actions/credit";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";

/** Asks a colleague to take a deal over; the stage stays and the history keeps both owners. */
export function HandOverDialog({ dealId, today }: { dealId: string; today: BusinessDate }) {
  const t = useTranslations("pipeline.handOver");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width="sm"
      title={t("title")}
      description={t("description")}
      trigger={<Button size="sm">{t("open")}</Button>}
    >
      <ActionForm
        action={askHandOver}
        initial={{ toId: null, dueOn: addDays(today, 7) as string, note: "" }}
        toInput={(values) => ({ ...values, id: dealId })}
        successMessage={t("asked")}
        onSuccess={() => setOpen(false)}
        submitLabel={t("ask")}
        secondary={<DialogClose>{t("cancel")}</DialogClose>}
      >
        <RemoteField
          name="toId"
          label={t("to")}
          hint={t("toHint")}
          source="/api/search?only=colleague"
        />
        <DateField name="dueOn" label={t("dueOn")} min={today} required />
        <TextareaField name="note" label={t("note")} rows={2} />
      </ActionForm>
    </Dialog>
  );
}

/** Takes a request back. */
export function WithdrawButton({ id }: { id: string }) {
  const t = useTranslations("pipeline.handOver");
  const run = useCommand();
  return (
    <Button size="sm" onClick={() => void run(withdrawRequest({ id }), t("withdrawn"))}>
      {t("withdraw")}
    </Button>
  );
}
