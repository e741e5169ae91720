"use client";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField, RadioField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { DateField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { inviteUser } from "@/lib/people/actions/users";
import { ROLES, type Role } from "@/lib/shared/role";
import { type IssuedLink, LinkDialog } from "./link-dialog";

type Props = { units: readonly ComboOption[]; today: string };

/** Button, form and the link that comes of it. */
export function InviteDialog({ units, today }: Props) {
  const t = useTranslations("people.users");
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  function added(path: string | null, name: string) {
    setOpen(false);
    toast(t("added", { name }), { description: path ? undefined : t("noLink") });
    if (path) setLink({ kind: "invitation", path, name });
  }
  return (
    <>
      <Dialog
        title={t("invite")}
        description={t("inviteHint")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="primary" icon={<UserPlus aria-hidden="true" />}>
            {t("invite")}
          </Button>
        }
      >
        <InviteForm units={units} today={today} onAdded={added} />
      </Dialog>
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </>
  );
}

function InviteForm({
  units,
  today,
  onAdded,
}: Props & { onAdded: (link: string | null, name: string) => void }) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={inviteUser}
      initial={{
        name: "",
        nameEn: "",
        email: "",
        role: "rep" as Role,
        unitId: null as string | null,
        managedUnitId: null as string | null,
        from: today,
      }}
      toInput={(values) => ({
        ...values,
        managedUnitId: values.role === "rep" ? null : values.managedUnitId,
      })}
      onSuccess={(data, values) => onAdded(data?.link ?? null, values.name)}
      submitLabel={t("users.inviteSubmit")}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("fields.name")} required />
        <TextField name="nameEn" label={t("fields.nameEn")} />
      </div>
      <TextField name="email" label={t("fields.email")} type="email" />
      <RadioField
        name="role"
        label={t("fields.role")}
        segmented
        options={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <ComboboxField name="unitId" label={t("fields.unit")} options={units} />
      <ManagedUnitField units={units} />
      <DateField
        name="from"
        label={t("fields.from")}
        hint={t("users.fromHint")}
        required
        className="max-w-44 phone:max-w-full"
      />
    </ActionForm>
  );
}

function ManagedUnitField({ units }: { units: readonly ComboOption[] }) {
  const t = useTranslations("people");
  const role = useFormField("role").value;
  if (role === "rep") return null;
  return (
    <ComboboxField
      name="managedUnitId"
      label={t("fields.manages")}
      hint={t("users.managesHint")}
      options={units}
    />
  );
}
