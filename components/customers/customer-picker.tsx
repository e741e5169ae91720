"use client";
import { useEffect, useRef, useState } from "react";
import { useFormField } from "@/components/forms/form-context";
import type { FieldBase } from "@/components/forms/text-fields";
import { typedIn, unchosen } from "@/components/forms/unchosen";
import { Combobox, type ComboboxProps, type ComboOption } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { searchCustomerChoices } from "@/lib/customers/actions/search";

const WAIT = 200;

type PickerProps = Omit<ComboboxProps, "options" | "onSearch" | "value" | "onValueChange"> & {
  value: string | null;
  /** Also gives what the chosen customer is called. */
  onValueChange: (value: string | null, option: ComboOption | null) => void;
  /** The customer that `value` is at the start, with its name in the reader's language. */
  chosen?: ComboOption | null;
  /** Given: what is typed can be chosen as a new customer, with these words; its value is `new:` and the name. */
  create?: string;
};

/**
 * Chooses one customer of those the person may see and that are in use, looked up on the server while
 * typing (name in either language or external id); before typing, the own ones that changed last.
 */
export function CustomerPicker(props: PickerProps) {
  const { value, onValueChange, chosen = null, create, ...control } = props;
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<readonly ComboOption[]>([]);
  const [kept, setKept] = useState<ComboOption | null>(chosen);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<string | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(input: string) {
    const text = input === kept?.label ? "" : input;
    setTyped(text.trim());
    if (text === asked.current) return;
    asked.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const answer = await searchCustomerChoices({ text }).catch(() => undefined);
      if (answer?.data && asked.current === text) setFound(answer.data);
    }, WAIT);
  }
  const current = kept?.value === value ? kept : null;
  const known =
    current && !found.some((option) => option.value === current.value)
      ? [current, ...found]
      : found;
  const fresh = create && typed && !known.some(({ label }) => label === typed);
  const options = fresh ? [...known, { value: `new:${typed}`, label: typed, hint: create }] : known;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: fills the list once the field is entered
    <div onFocus={() => asked.current === null && search("")}>
      <Combobox
        {...control}
        options={options}
        value={value}
        onValueChange={(next) => {
          const option = [...options, kept].find((one) => one?.value === next) ?? null;
          if (option) setKept(option);
          onValueChange(next, option);
        }}
        onSearch={search}
      />
    </div>
  );
}

type CustomerFieldProps = FieldBase & {
  chosen?: ComboOption | null;
  placeholder?: string;
  disabled?: boolean;
  create?: string;
  /** Told of the choice with its name, besides the form. */
  onChosen?: (option: ComboOption | null) => void;
};

/** The picker as a field of an ActionForm. Value: the customer's id, or null. */
export function CustomerField(props: CustomerFieldProps) {
  const { name, label, hint, required, className, onChosen, ...picker } = props;
  const { value, setValue, error } = useFormField(name);
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <CustomerPicker
          {...picker}
          {...control}
          name={name}
          value={typeof value === "string" && value !== "" ? value : null}
          onValueChange={(next, option) => {
            setValue(next);
            onChosen?.(option);
          }}
          typed={typedIn(value)}
          onTyped={(text) => setValue(unchosen(text))}
        />
      )}
    </Field>
  );
}
