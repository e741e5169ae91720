"use client";
import { useEffect, useRef, useState } from "react";
import { Combobox, type ComboboxProps, type ComboOption } from "../ui/combobox";

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
        const option = [...options, kept].find((one) => one?.value === next) ?? null;
        if (option) setKept(option);
        onValueChange(next, option);
      }}
    />
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
