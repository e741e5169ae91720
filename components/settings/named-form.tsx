"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/choice-fields";
import { type ComparedField, conflictOf } from "@/components/forms/edit-conflict";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import type { NamedActions, NamedItem } from "./named-list";

type Flag = { label: string; hint?: string };

/** A new name; stays open and empty after each one. */
export function AddNameForm({ action, flag }: { action: NamedActions["add"]; flag?: Flag }) {
  const t = useTranslations("settings.names");
  return (
    <ActionForm
      action={action}
      initial={{ name: "", nameEn: "", isNoDecision: false }}
      successMessage={t("added")}
      submitLabel={t("add")}
      resetOnSuccess
      className="gap-3"
    >
      <Names flag={flag} />
    </ActionForm>
  );
}

/** Renames an item where it stands; Esc gives up. */
export function EditNameForm({
  item,
  action,
  flag,
  onClose,
}: {
  item: NamedItem;
  action: NamedActions["edit"];
  flag?: Flag;
  onClose: () => void;
}) {
  const t = useTranslations("settings.names");
  const fields: Record<string, ComparedField> = {
    name: { label: t("name") },
    nameEn: { label: t("nameEn") },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the form, as the Cancel button does
    <div
      className="my-2 rounded-card bg-sunken p-3"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <ActionForm
        action={action}
        initial={{
          id: item.id,
          version: item.version,
          name: item.name,
          nameEn: item.nameEn ?? "",
          isNoDecision: item.isNoDecision ?? false,
        }}
        onSuccess={onClose}
        successMessage={t("saved")}
        renderServerError={conflictOf(fields)}
        secondary={<Button onClick={onClose}>{t("cancel")}</Button>}
        className="gap-3"
      >
        <Names flag={flag} autoFocus />
      </ActionForm>
    </div>
  );
}

function Names({ flag, autoFocus }: { flag?: Flag; autoFocus?: boolean }): ReactNode {
  const t = useTranslations("settings.names");
  return (
    <>
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("name")} required autoFocus={autoFocus} />
        <TextField name="nameEn" label={t("nameEn")} />
      </div>
      {flag ? <CheckboxField name="isNoDecision" label={flag.label} hint={flag.hint} /> : null}
    </>
  );
}
