"use client";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormField } from "@/components/forms/form-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A password that can be shown while typing. */
export function PasswordField({
  name,
  label,
  hint,
  isNew = false,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  isNew?: boolean;
}) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  const { value, setValue, error } = useFormField(name);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={error} required>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            type={shown ? "text" : "password"}
            name={name}
            autoComplete={isNew ? "new-password" : "current-password"}
            className="w-full pr-10"
            value={String(value ?? "")}
            onChange={(event) => setValue(event.target.value)}
          />
          <button
            type="button"
            aria-label={shown ? t("hidePassword") : t("showPassword")}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-md text-muted hover:text-ink"
          >
            <Icon className="size-4" aria-hidden="true" />
          </button>
        </span>
      )}
    </Field>
  );
}
