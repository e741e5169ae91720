"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-fields";
import { Banner } from "@/components/ui/banner";
import { requestReset } from "@/lib/people/actions/access";

/** Asks an admin for a new password; the answer is the same for every address. */
export function ForgotForm() {
  const t = useTranslations("auth");
  const [sent, setSent] = useState(false);
  if (sent) {
    return (
      <Banner tone="good" live>
        {t("forgotDone")}
      </Banner>
    );
  }
  return (
    <ActionForm
      action={requestReset}
      initial={{ email: "" }}
      onSuccess={() => setSent(true)}
      submitLabel={t("forgotSubmit")}
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
    </ActionForm>
  );
}
