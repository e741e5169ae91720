"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-fields";
import { PasswordField } from "@/components/people/password-field";
import { acceptInvitation, resetPassword } from "@/lib/people/actions/access";
import { enter } from "./enter";

/** Accepts an invitation: name and password, then signs in. */
export function InvitationForm({ secret, name }: { secret: string; name: string }) {
  const t = useTranslations("auth");
  return (
    <ActionForm
      action={acceptInvitation}
      initial={{ secret, name, password: "" }}
      onSuccess={(data, { password }) => enter(data?.email ?? null, password)}
      submitLabel={t("invitationSubmit")}
      warnUnsaved={false}
      className="[&_button[type=submit]]:w-full"
    >
      <TextField name="name" label={t("yourName")} autoComplete="name" required />
      <PasswordField name="password" label={t("password")} hint={t("passwordHint")} isNew />
    </ActionForm>
  );
}

/** Uses a reset link: a new password, then signs in. */
export function ResetForm({ secret }: { secret: string }) {
  const t = useTranslations("auth");
  return (
    <ActionForm
      action={resetPassword}
      initial={{ secret, password: "" }}
      onSuccess={(data, { password }) => enter(data?.email ?? null, password)}
      submitLabel={t("resetSubmit")}
      warnUnsaved={false}
      className="[&_button[type=submit]]:w-full"
    >
      <PasswordField name="password" label={t("newPassword")} hint={t("passwordHint")} isNew />
    </ActionForm>
  );
}
