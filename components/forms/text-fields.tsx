"use client";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "../ui/field";
import { DateInput, Input, Textarea } from "../ui/input";
import { NumberInput } from "../ui/number-input";
import { useFormField } from "./form-context";

/** What every field of a form takes: its name in the values, its label, a hint, whether it is required. */
export type FieldBase = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  className?: string;
};

function asText(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

type TextFieldProps = FieldBase &
  Omit<ComponentProps<typeof Input>, "value" | "onChange" | "defaultValue">;

/** One line of text (`type` email, password, search, url …). Value: string. */
export function TextField({ name, label, hint, required, className, ...input }: TextFieldProps) {
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <Input
          {...input}
          {...control}
          name={name}
          value={asText(value)}
          onChange={(e) => setValue(e.target.value)}
        />
      )}
    </Field>
  );
}

type TextareaFieldProps = FieldBase &
  Omit<ComponentProps<typeof Textarea>, "value" | "onChange" | "defaultValue">;

/** Several lines of text. Value: string. */
export function TextareaField({
  name,
  label,
  hint,
  required,
  className,
  ...input
}: TextareaFieldProps) {
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <Textarea
          {...input}
          {...control}
          name={name}
          value={asText(value)}
          onChange={(e) => setValue(e.target.value)}
        />
      )}
    </Field>
  );
}

type DateFieldProps = FieldBase & { min?: string; max?: string; disabled?: boolean };

/** A day. Value: ISO date `YYYY-MM-DD`, or "" when empty. */
export function DateField({ name, label, hint, required, className, ...input }: DateFieldProps) {
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <DateInput
          {...input}
          {...control}
          name={name}
          value={asText(value)}
          onChange={(e) => setValue(e.target.value)}
        />
      )}
    </Field>
  );
}

type NumberFieldProps = FieldBase &
  Omit<ComponentProps<typeof NumberInput>, "value" | "onValueChange" | "defaultValue" | "id">;

/** A number. Value: number, or null when empty. */
export function NumberField({
  name,
  label,
  hint,
  required,
  className,
  ...input
}: NumberFieldProps) {
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <NumberInput
          {...input}
          {...control}
          name={name}
          value={typeof value === "number" ? value : null}
          onValueChange={setValue}
        />
      )}
    </Field>
  );
}
