"use client";
import { Combobox, type ComboOption } from "../ui/combobox";
import { Field } from "../ui/field";
import { asChoice, useFormField } from "./form-context";
import type { FieldBase } from "./text-fields";
import { typedIn, unchosen } from "./unchosen";

type ComboboxFieldProps = FieldBase & {
  options: readonly ComboOption[];
  placeholder?: string;
  disabled?: boolean;
  onSearch?: (text: string) => void;
};

/** One of a long list, by typing. Value: the option's `value`, or null. */
export function ComboboxField({
  name,
  label,
  hint,
  required,
  className,
  ...combo
}: ComboboxFieldProps) {
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <Combobox
          {...combo}
          {...control}
          name={name}
          value={asChoice(value)}
          onValueChange={setValue}
          typed={typedIn(value)}
          onTyped={(text) => setValue(unchosen(text))}
        />
      )}
    </Field>
  );
}
