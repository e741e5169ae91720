"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { conflictOf } from "@/components/forms/edit-conflict";
import { TextareaField, TextField } from "@/components/forms/text-fields";
import { createTheme, editTheme } from "@/lib/feedback/actions/themes";

export type EditedTheme = {
  id: string;
  version: number;
  name: string;
  nameEn: string | null;
  words: readonly string[];
  wordsEn: readonly string[];
};

/** Words as people type them: between commas of either language, or one a line. */
const listOf = (text: string) =>
  text
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** A theme with its words; without one it is a new one. */
export function ThemeForm({ theme, onDone }: { theme?: EditedTheme; onDone: () => void }) {
  const t = useTranslations("settings.themes");
  const initial = {
    name: theme?.name ?? "",
    nameEn: theme?.nameEn ?? "",
    words: theme?.words.join(", ") ?? "",
    wordsEn: theme?.wordsEn.join(", ") ?? "",
    version: theme?.version ?? 1,
  };
  const input = ({ version: _, words, wordsEn, ...names }: typeof initial) => ({
    ...names,
    words: listOf(words),
    wordsEn: listOf(wordsEn),
  });
  const fields = (
    <>
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("name")} required maxLength={200} />
        <TextField name="nameEn" label={t("nameEn")} maxLength={200} />
      </div>
      <TextareaField name="words" label={t("wordsZh")} hint={t("wordsZhHint")} rows={6} />
      <TextareaField name="wordsEn" label={t("wordsEn")} hint={t("wordsEnHint")} rows={6} />
    </>
  );
  if (!theme) {
    return (
      <ActionForm
        action={createTheme}
        initial={initial}
        toInput={input}
        onSuccess={onDone}
        successMessage={t("saved")}
      >
        {fields}
      </ActionForm>
    );
  }
  return (
    <ActionForm
      action={editTheme}
      initial={initial}
      toInput={(values) => ({ ...input(values), id: theme.id, version: values.version })}
      onSuccess={onDone}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        name: { label: t("name") },
        nameEn: { label: t("nameEn") },
        words: { label: t("wordsZh") },
        wordsEn: { label: t("wordsEn") },
      })}
    >
      {fields}
    </ActionForm>
  );
}
