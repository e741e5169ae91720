"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

export type TranslateError = (code: string, values?: Record<string, string | number>) => string;

/** What the schema library says itself, in English only: of values that no field lets a person choose. */
const UNTRANSLATED = /^(?:Invalid|Too (?:big|small)|Unrecognized)\b/;

/** Text of an error code from the `errors` messages; a text that is no code comes back unchanged. */
export function useErrorText(custom?: TranslateError): TranslateError {
  const t = useTranslations();
  return useCallback(
    (code, values) => {
      if (custom) return custom(code, values);
      const key = `errors.${code}` as Parameters<typeof t.has>[0];
      const isKey = /^[\w.]+$/.test(code) && t.has(key);
      if (isKey) return t(key as never, values as never);
      return UNTRANSLATED.test(code) ? t("errors.valueInvalid") : code;
    },
    [custom, t],
  );
}
