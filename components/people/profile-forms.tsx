"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { TextField } from "@/components/forms/text-fields";
import { LanguageSwitch, type Theme, ThemeSwitch } from "@/components/layout/preference-switches";
import { setPreferences } from "@/lib/people/actions/preferences";
import { changePassword, editProfile } from "@/lib/people/actions/profile";
import { isLocale } from "@/lib/platform/i18n/locales";
import { PasswordField } from "./password-field";

type Names = { version: number; name: string; nameEn: string | null };

/** One's own name in both languages. */
export function OwnNamesForm({ user: { version, name, nameEn } }: { user: Names }) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={editProfile}
      initial={{ version, name, nameEn: nameEn ?? "" }}
      successMessage={t("users.saved")}
      renderServerError={conflictOf({
        name: { label: t("fields.name") },
        nameEn: { label: t("fields.nameEn") },
      })}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("fields.name")} autoComplete="name" required />
        <TextField name="nameEn" label={t("fields.nameEn")} />
      </div>
    </ActionForm>
  );
}

/** A new password, given the present one. */
export function PasswordForm() {
  const t = useTranslations("people.profile");
  const auth = useTranslations("auth");
  return (
    <ActionForm
      action={changePassword}
      initial={{ current: "", password: "" }}
      successMessage={t("passwordChanged")}
      submitLabel={t("changePassword")}
      resetOnSuccess
    >
      <PasswordField name="current" label={t("currentPassword")} />
      <PasswordField name="password" label={t("newPassword")} hint={auth("passwordHint")} isNew />
    </ActionForm>
  );
}

/** Language and theme; each takes effect at once. */
export function Preferences({ theme }: { theme: Theme }) {
  const t = useTranslations("people.profile");
  const locale = useLocale();
  const router = useRouter();
  async function chooseLanguage(next: string) {
    if (!isLocale(next)) return;
    await setPreferences({ locale: next });
    router.refresh();
  }
  return (
    <div className="grid gap-4 text-sm">
      <div>
        <p className="mb-1 text-ink2">{t("language")}</p>
        <LanguageSwitch value={locale} onChange={chooseLanguage} />
      </div>
      <div>
        <p className="mb-1 text-ink2">{t("appearance")}</p>
        <ThemeSwitch value={theme} onChange={(next) => void setPreferences({ theme: next })} />
      </div>
    </div>
  );
}
