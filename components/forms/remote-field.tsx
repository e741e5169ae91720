"use client";
import { useEffect, useRef, useState } from "react";
import { Combobox, type ComboOption } from "../ui/combobox";
import { Field } from "../ui/field";
import { useFormField } from "./form-context";
import type { FieldBase } from "./text-fields";

type RemoteFieldProps = FieldBase & {
  /** Address that answers `?…&q=text` with `{ hits: ComboOption[] }`. */
  source: string;
  /** The option at the start. */
  chosen?: ComboOption | null;
  placeholder?: string;
};

/** One record out of many, looked up while typing. Value: its id, or null. */
export function RemoteField({
  name,
  label,
  hint,
  required,
  className,
  source,
  chosen,
  placeholder,
}: RemoteFieldProps) {
  const { value, setValue, error } = useFormField(name);
  const [picked, setPicked] = useState<ComboOption | null>(chosen ?? null);
  const { found, search } = useRemoteOptions(source);
  const options =
    picked && !found.some((option) => option.value === picked.value) ? [picked, ...found] : found;
  function choose(next: string | null) {
    setPicked(options.find((option) => option.value === next) ?? null);
    setValue(next);
  }
  return (
    <Field label={label} hint={hint} error={error} required={required} className={className}>
      {(control) => (
        <Combobox
          {...control}
          name={name}
          options={options}
          value={typeof value === "string" && value !== "" ? value : null}
          onValueChange={choose}
          onSearch={search}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

/** What the address found for the text typed last, 200 ms after the last key. */
export function useRemoteOptions(source: string) {
  const [found, setFound] = useState<readonly ComboOption[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const request = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      request.current?.abort();
    },
    [],
  );
  function search(text: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      request.current?.abort();
      request.current = new AbortController();
      const { signal } = request.current;
      const response = await fetch(`${source}&q=${encodeURIComponent(text)}`, { signal }).catch(
        () => null,
      );
      if (!response?.ok) return;
      setFound(((await response.json()) as { hits: ComboOption[] }).hits);
    }, 200);
  }
  return { found, search };
}
