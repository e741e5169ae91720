"use client";
import type { ComboOption } from "../ui/combobox";
import { Field } from "../ui/field";
import { useFormField } from "./form-context";
import { RemoteChoice } from "./remote-choice";
import type { FieldBase } from "./text-fields";
import { typedIn, unchosen } from "./unchosen";

type RemoteFieldProps = FieldBase & {
  /** Address that answers `?…&q=text` with `{ hits: ComboOption[] }`. */
  source: string;
  /** The option at the start. */
  chosen?: ComboOption | null;
  placeholder?: string;
};

/** RemoteChoice as a field of an ActionForm. Value: the record's id, or null. */
export function RemoteField(props: RemoteFieldProps) {
  const { name, label, hint, required, className, ...choice } = props;
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <RemoteChoice
          {...choice}
          {...control}
          name={name}
          value={typeof value === "string" && value !== "" ? value : null}
          onValueChange={setValue}
          typed={typedIn(value)}
          onTyped={(text) => setValue(unchosen(text))}
        />
      )}
    </Field>
  );
}
