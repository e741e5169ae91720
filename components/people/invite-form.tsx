"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/choice-fields";
import { ComboboxField } from "@/components/forms/combobox-field";
import { useFormField } from "@/components/forms/form-context";
import { DateField, TextField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { inviteUser } from "@/lib/people/actions/users";
import { ROLES, type Role } from "@/lib/shared/role";
import type { InviteProps } from "./invite-dialog";

type Props = InviteProps & { onAdded: (link: string | null, name: string) => void };

/** Who is invited, as what and where. */
export default function InviteForm({ units, today, onAdded }: Props) {
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
