"use client";
import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useId } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import type { ControlProps } from "./field";
import { useCombobox } from "./use-combobox";

/** Comes when it is first opened; the field itself works without it. */
const ComboboxList = lazy(() => import("./combobox-list"));

export type ComboOption = { value: string; label: string; hint?: string };

export type ComboboxProps = Partial<ControlProps> & {
  options: readonly ComboOption[];
  value?: string | null;
  defaultValue?: string | null;
  /** null when cleared. */
  onValueChange?: (value: string | null) => void;
  /** Given: called with what is typed, and `options` are taken as already filtered. */
  onSearch?: (text: string) => void;
  /** Text that names no option, as whoever keeps the value has it from `onTyped`. */
  typed?: string | null;
  /**
   * Given: text that names no option stays in the field and is told with every key, for whoever keeps
   * the value to refuse. Otherwise leaving the field brings back what was chosen.
   */
  onTyped?: (text: string) => void;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
};

const buttonClass = "flex size-6 items-center justify-center rounded hover:text-ink";

/**
 * Searchable choice of one from a long list. Value is the option's `value`. The list opens by click,
 * typing or arrow key, not by Tab, which only passes through. One and the same input from the server's
 * HTML on: no key is lost to code that is still loading, and no word half composed.
 */
export function Combobox(props: ComboboxProps) {
  const { name, placeholder, disabled } = props;
  const t = useTranslations("common");
  const listId = useId();
  const box = useCombobox(props);
  const { open, shown, options, active } = box;
  return (
    <span className="relative block" ref={box.frame}>
      <input
        id={props.id}
        aria-label={props["aria-label"]}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props["aria-invalid"]}
        aria-required={props["aria-required"]}
        ref={box.input}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && options[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        placeholder={placeholder ?? t("choose")}
        disabled={disabled}
        value={shown}
        onChange={(event) => box.type(event.target.value)}
        onKeyDown={box.onKeyDown}
        onClick={(event) => {
          // The first click takes all of what is chosen, so that typing replaces it.
          if (!open) event.currentTarget.select();
          box.show();
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={box.leave}
        className={cx(controlClass, controlHeight, "w-full pr-14")}
      />
      {name ? <input type="hidden" name={name} value={box.chosen ?? ""} /> : null}
      <span className="absolute inset-y-0 right-1 flex items-center text-muted [&_svg]:size-4">
        {shown !== "" && !disabled ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={t("clear")}
            onPointerDown={(event) => event.preventDefault()}
            onClick={box.clear}
            className={buttonClass}
          >
            <X aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="button"
          tabIndex={-1}
          disabled={disabled}
          aria-label={t("openList")}
          onPointerDown={(event) => event.preventDefault()}
          onClick={box.toggle}
          className={buttonClass}
        >
          <ChevronDown aria-hidden="true" />
        </button>
      </span>
      <Suspense>
        {open ? (
          <ComboboxList
            id={listId}
            anchor={box.frame}
            options={options}
            active={active}
            chosen={box.chosen}
            empty={box.searched ? t("noMatch") : null}
            onPoint={box.point}
            onChoose={box.choose}
          />
        ) : null}
      </Suspense>
    </span>
  );
}
