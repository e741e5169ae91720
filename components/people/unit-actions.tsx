"use client";
import { Archive, ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { activateUnit, deactivateUnit } from "@/lib/people/actions/units";

/** Closes a unit after asking, or opens it again. */
export function UnitActions({ id, name, active }: { id: string; name: string; active: boolean }) {
  const t = useTranslations("people.units");
  const run = useCommand();
  if (!active) {
    return (
      <Button
        icon={<ArchiveRestore aria-hidden="true" />}
        onClick={() => void run(activateUnit({ id }), t("opened"))}
      >
        {t("open")}
      </Button>
    );
  }
  return (
    <ConfirmDialog
      title={t("closeTitle", { unit: name })}
      confirmLabel={t("close")}
      trigger={<Button icon={<Archive aria-hidden="true" />}>{t("close")}</Button>}
      onConfirm={() => run(deactivateUnit({ id }), t("closed"))}
    >
      {t("closeAsk")}
    </ConfirmDialog>
  );
}
