"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import { Field } from "./field";

/** A value to pass on (link, token) with a copy button; the text is selected on focus. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);
  async function copy(input: HTMLInputElement | null) {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // The clipboard interface needs https; selecting and the old command work on plain http.
      input?.select();
      document.execCommand("copy");
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="flex gap-2">
          <input
            {...control}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
            className={cx(controlClass, controlHeight, "w-full font-mono text-xs")}
          />
          <Button
            icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
            onClick={(event) =>
              copy(event.currentTarget.parentElement?.querySelector("input") ?? null)
            }
          >
            <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
          </Button>
        </div>
      )}
    </Field>
  );
}
