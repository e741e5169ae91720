"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { TextareaField } from "@/components/forms/text-fields";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useClosePanel } from "@/components/ui/panel-context";
import { decideFinding, dismissFinding, mergeFinding } from "@/lib/findings/actions";
import type { FindingStatus } from "@/lib/findings/domain/kinds";

type Version = { id: string; version: number };
type Props = Version & {
  status: FindingStatus;
  others: readonly { value: string; label: string }[];
};

/** Confirms, dismisses with a reason or merges a finding, or takes that back. */
export function DecideFinding({ status, others, ...which }: Props) {
  const t = useTranslations("findingForm");
  const run = useCommand();
  const decide = (to: "confirmed" | "proposed") =>
    void run(decideFinding({ ...which, status: to }), t(`done.${to}`));
  if (status === "dismissed" || status === "merged")
    return <Button onClick={() => decide("proposed")}>{t("reopen")}</Button>;
  return (
    <>
      {others.length > 0 ? (
        <Dialog
          title={t("merge")}
          description={t("mergeAbout")}
          trigger={<Button>{t("merge")}</Button>}
        >
          <MergeForm {...which} others={others} />
        </Dialog>
      ) : null}
      <Dialog
        title={t("dismiss")}
        description={t("dismissAbout")}
        trigger={<Button>{t("dismiss")}</Button>}
      >
        <DismissForm {...which} />
      </Dialog>
      {status === "confirmed" ? (
        <Button onClick={() => decide("proposed")}>{t("unconfirm")}</Button>
      ) : (
        <Button
          variant="primary"
          icon={<Check aria-hidden="true" />}
          onClick={() => decide("confirmed")}
        >
          {t("confirm")}
        </Button>
      )}
    </>
  );
}

function DismissForm(which: Version) {
  const t = useTranslations("findingForm");
  const close = useClosePanel();
  return (
    <ActionForm
      action={dismissFinding}
      initial={{ reason: "" }}
      toInput={(values) => ({ ...values, ...which })}
      successMessage={t("done.dismissed")}
      submitLabel={t("dismiss")}
      onSuccess={close}
    >
      <TextareaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={3}
        required
        maxLength={1000}
      />
    </ActionForm>
  );
}

function MergeForm({ others, ...which }: Version & Pick<Props, "others">) {
  const t = useTranslations("findingForm");
  const close = useClosePanel();
  return (
    <ActionForm
      action={mergeFinding}
      initial={{ intoId: null as string | null }}
      toInput={({ intoId }) => ({ ...which, intoId: intoId ?? "" })}
      successMessage={t("done.merged")}
      submitLabel={t("merge")}
      onSuccess={close}
    >
      <ComboboxField name="intoId" label={t("mergeInto")} options={others} required />
    </ActionForm>
  );
}
