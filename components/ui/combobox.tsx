"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import type { ControlProps } from "./field";
import { useLazyPopup } from "./use-lazy-popup";

const load = () => import("./combobox-popup");

export type ComboOption = { value: string; label: string; hint?: string };

export type ComboboxProps = Partial<ControlProps> & {
  options: readonly ComboOption[];
  value?: string | null;
  defaultValue?: string | null;
  /** null when cleared. */
  onValueChange?: (value: string | null) => void;
  /** Given: called with what is typed, and `options` are taken as already filtered. */
  onSearch?: (text: string) => void;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
};

/**
 * Searchable choice of one from a long list. Value is the option's `value`. Loaded on first focus;
 * the list opens by click, typing or arrow key, not by Tab, which only passes through.
 */
export function Combobox(props: ComboboxProps) {
  const { options, value, defaultValue, onValueChange, onSearch, name, placeholder, ...control } =
    props;
  const t = useTranslations("common");
  const popup = useLazyPopup(load);
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  if (popup.module)
    return <popup.module.ComboboxPopup {...props} typed={typed} open={asked || typed !== null} />;
  const chosen = value === undefined ? defaultValue : value;
  const label = options.find((option) => option.value === chosen)?.label ?? "";
  return (
    <span className="relative block">
      <input
        {...control}
        type="text"
        role="combobox"
        aria-expanded="false"
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={placeholder ?? t("choose")}
        value={typed ?? label}
        onChange={(event) => {
          setTyped(event.target.value);
          onSearch?.(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
          if (event.key.startsWith("Arrow")) setAsked(true);
        }}
        onPointerDown={() => setAsked(true)}
        onPointerEnter={popup.warm}
        onFocus={() => popup.setOpen(true)}
        className={cx(controlClass, controlHeight, "w-full pr-14")}
      />
      {name ? <input type="hidden" name={name} value={chosen ?? ""} /> : null}
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
    </span>
  );
}
