"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-fields";
import { PasswordField } from "@/components/people/password-field";
import { setUp } from "@/lib/setup/actions";
import { enter } from "./enter";

/** First run: the company and its first admin, who is signed in afterwards. */
export function SetupForm() {
  const t = useTranslations("auth");
  return (
    <ActionForm
      action={setUp}
      initial={{ organisation: "", name: "", email: "", password: "" }}
      onSuccess={(_, { email, password }) => enter(email, password)}
      submitLabel={t("setupSubmit")}
      warnUnsaved={false}
      className="[&_button[type=submit]]:w-full"
    >
      <TextField
        name="organisation"
        label={t("organisation")}
        autoComplete="organization"
        autoFocus
        required
      />
      <TextField name="name" label={t("yourName")} autoComplete="name" required />
      <TextField name="email" label={t("email")} type="email" autoComplete="username" required />
      <PasswordField name="password" label={t("password")} hint={t("passwordHint")} isNew />
    </ActionForm>
  );
}
