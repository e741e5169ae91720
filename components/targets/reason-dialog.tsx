"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";

/** Asks why before a step that goes into the history. Stays open while `onConfirm` answers false. */
export function ReasonDialog({
  title,
  children,
  confirmLabel,
  required,
  onConfirm,
  onClose,
}: {
  title: string;
  children?: ReactNode;
  confirmLabel: string;
  required: boolean;
  onConfirm: (reason: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useTranslations("targets");
  const common = useTranslations("common");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [pending, start] = useTransition();
  function confirm() {
    const isMissing = required && reason.trim() === "";
    setMissing(isMissing);
    if (isMissing) return;
    start(async () => {
      if (await onConfirm(reason.trim())) onClose();
    });
  }
  return (
    <Dialog
      open
      title={title}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" pending={pending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 text-sm">
        {children}
        <Field
          label={t("reason")}
          hint={t("reasonHint")}
          required={required}
          error={missing ? t("reasonMissing") : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
