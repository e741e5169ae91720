"use client";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { stopManaging } from "@/lib/people/actions/users";

type Props = { id: string; unitId: string; unitName: string; today: string };

/** Ends running a unit from today, after asking. */
export function StopManaging({ id, unitId, unitName, today }: Props) {
  const t = useTranslations("people.users");
  const run = useCommand();
  return (
    <ConfirmDialog
      title={t("stopTitle", { unit: unitName })}
      confirmLabel={t("stopManaging")}
      trigger={
        <Button size="sm" variant="ghost">
          {t("stopManaging")}
        </Button>
      }
      onConfirm={() => run(stopManaging({ id, unitId, from: today }), t("moved"))}
    >
      {t("stopAsk", { unit: unitName })}
    </ConfirmDialog>
  );
}
