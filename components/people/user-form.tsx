"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { TextField } from "@/components/forms/text-fields";
import { editUser } from "@/lib/people/actions/users";
import { ROLES, type Role } from "@/lib/shared/role";

type UserFormProps = {
  user: {
    id: string;
    version: number;
    name: string;
    nameEn: string | null;
    email: string | null;
    role: Role;
  };
};

/** Names, e-mail and role of a person. */
export function UserForm({ user }: UserFormProps) {
  const t = useTranslations("people");
  const roles = ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const { id, version, name, nameEn, email, role } = user;
  return (
    <ActionForm
      action={editUser}
      initial={{ id, version, name, nameEn: nameEn ?? "", email: email ?? "", role }}
      successMessage={t("users.saved")}
      renderServerError={conflictOf({
        name: { label: t("fields.name") },
        nameEn: { label: t("fields.nameEn") },
        email: { label: t("fields.email") },
        role: {
          label: t("fields.role"),
          show: (value) => roles.find((option) => option.value === value)?.label ?? value,
        },
      })}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("fields.name")} required />
        <TextField name="nameEn" label={t("fields.nameEn")} />
      </div>
      <TextField
        name="email"
        label={t("fields.email")}
        hint={t("users.emailHint")}
        type="email"
        autoComplete="off"
      />
      <RadioField name="role" label={t("fields.role")} segmented options={roles} />
    </ActionForm>
  );
}
