"use client";
import { useState } from "react";
import { Combobox, type ComboboxProps, type ComboOption } from "../ui/combobox";
import { useRemoteOptions } from "./remote-field";

type RemoteChoiceProps = Omit<ComboboxProps, "options" | "onSearch" | "value" | "onValueChange"> & {
  /** Address that answers `?…&q=text` with `{ hits: ComboOption[] }`. */
  source: string;
  value: string | null;
  /** Also gives what the chosen record is called. */
  onValueChange: (value: string | null, option: ComboOption | null) => void;
  /** The record that `value` is at the start. */
  chosen?: ComboOption | null;
};

/** One record out of many, looked up while typing, for places that are no field of a form (rows of a form). */
export function RemoteChoice(props: RemoteChoiceProps) {
  const { source, value, onValueChange, chosen = null, ...control } = props;
  const [kept, setKept] = useState<ComboOption | null>(chosen);
  const { found, search } = useRemoteOptions(source);
  const current = kept?.value === value ? kept : null;
  const options =
    current && !found.some((option) => option.value === current.value)
      ? [current, ...found]
      : found;
  return (
    <Combobox
      {...control}
      options={options}
      value={value}
      onSearch={search}
      onValueChange={(next) => {
        const option = options.find((one) => one.value === next) ?? null;
        setKept(option);
        onValueChange(next, option);
      }}
    />
  );
}
