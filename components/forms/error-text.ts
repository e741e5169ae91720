"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

export type TranslateError = (code: string, values?: Record<string, string | number>) => string;

/** Text of an error code from the `errors` messages; a text that is no code comes back unchanged. */
export function useErrorText(custom?: TranslateError): TranslateError {
  const t = useTranslations();
  return useCallback(
    (code, values) => {
      if (custom) return custom(code, values);
      const key = `errors.${code}` as Parameters<typeof t.has>[0];
      const isKey = /^[\w.]+$/.test(code) && t.has(key);
      return isKey ? t(key as never, values as never) : code;
    },
    [custom, t],
  );
}
