"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { removeRate } from "@/lib/settings/actions/currencies";
import type { Rate, RateFormProps } from "./rate-forms";

const EditRate = lazy(() => import("./edit-rate"));

/** Edit and delete of one rate in the list. */
export function RateCommands({
  rate,
  label,
  ...shared
}: RateFormProps & { rate: Rate; label: string }) {
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
        <Suspense>
          <EditRate rate={rate} {...shared} onDone={() => setOpen(false)} />
        </Suspense>
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
