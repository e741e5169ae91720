"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-fields";
import { PasswordField } from "@/components/people/password-field";
import { requestSignIn } from "./sign-in-request";

function required(values: { email: string; password: string }): Record<string, string> {
  const empty = Object.entries(values).filter(([, value]) => value.trim() === "");
  return Object.fromEntries(empty.map(([name]) => [name, "required"]));
}

/** E-mail and password; goes on to `next`, a path already checked. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  return (
    <ActionForm
      action={requestSignIn}
      initial={{ email: "", password: "" }}
      validate={required}
      onSuccess={() => location.assign(next)}
      submitLabel={t("signIn")}
      warnUnsaved={false}
      className="[&_button[type=submit]]:w-full"
    >
      <TextField
        name="email"
        label={t("email")}
        type="email"
        autoComplete="username"
        autoFocus
        required
      />
      <PasswordField name="password" label={t("password")} />
    </ActionForm>
  );
}
