"use client";
import { useId } from "react";
import { Checkbox } from "../ui/checkbox";
import { Field, FieldNotes } from "../ui/field";
import { RadioGroup, SegmentedControl } from "../ui/radio-group";
import { type Option, Select } from "../ui/select";
import { asChoice, useFormField } from "./form-context";
import type { FieldBase } from "./text-fields";

type SelectFieldProps = FieldBase & {
  options: readonly Option[];
  placeholder?: string;
  disabled?: boolean;
};

/** One of a short list. Value: the option's `value`. */
export function SelectField({
  name,
  label,
  hint,
  required,
  className,
  ...select
}: SelectFieldProps) {
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <Select
          {...select}
          {...control}
          name={name}
          value={asChoice(value)}
          onValueChange={setValue}
        />
      )}
    </Field>
  );
}

/** Yes or no. Value: boolean. */
export function CheckboxField({
  name,
  label,
  hint,
  className,
  disabled,
}: FieldBase & { disabled?: boolean }) {
  const { value, setValue, error } = useFormField(name);
  const id = useId();
  return (
    <div className={className}>
      <Checkbox
        label={label}
        hint={hint}
        name={name}
        disabled={disabled}
        checked={value === true}
        onCheckedChange={(checked) => setValue(checked)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <FieldNotes id={id} error={error} />
    </div>
  );
}

type RadioFieldProps = FieldBase & {
  options: readonly { value: string; label: string; hint?: string }[];
  /** true: in a row. */
  segmented?: boolean;
};

/** One of a few, all visible. Value: the option's `value`. */
export function RadioField({
  name,
  label,
  hint,
  required,
  className,
  options,
  segmented,
}: RadioFieldProps) {
  const { value, setValue, error } = useFormField(name);
  const id = useId();
  const Group = segmented ? SegmentedControl : RadioGroup;
  return (
    <div className={className}>
      <p id={id} className="mb-1 text-ink2 text-sm">
        {label}
        {required ? (
          <span className="text-bad" aria-hidden="true">
            {" *"}
          </span>
        ) : null}
      </p>
      <Group
        aria-labelledby={id}
        aria-describedby={error ? `${id}-error` : undefined}
        name={name}
        options={options}
        value={asChoice(value) ?? ""}
        onValueChange={setValue}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
