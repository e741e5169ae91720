"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComboboxProps, ComboOption } from "./combobox";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import { popupClass, popupItemClass } from "./popup-class";

/** The working combobox; takes the light input's place on focus, with what was typed or opened. */
export function ComboboxPopup({
  options,
  value,
  defaultValue,
  onValueChange,
  onSearch,
  name,
  placeholder,
  disabled,
  typed,
  open,
  ...control
}: ComboboxProps & { typed: string | null; open: boolean }) {
  const t = useTranslations("common");
  const find = (wanted: string | null | undefined) =>
    options.find((o) => o.value === wanted) ?? null;
  return (
    <Base.Root
      items={options}
      {...(value === undefined ? { defaultValue: find(defaultValue) } : { value: find(value) })}
      onValueChange={(next: ComboOption | null) => onValueChange?.(next?.value ?? null)}
      onInputValueChange={onSearch}
      filter={onSearch ? null : undefined}
      isItemEqualToValue={(a: ComboOption, b: ComboOption) => a.value === b.value}
      name={name}
      disabled={disabled}
      autoHighlight
      defaultOpen={open}
      {...(typed === null ? {} : { defaultInputValue: typed })}
    >
      <Base.InputGroup className="relative">
        <Base.Input
          {...control}
          ref={(input) => {
            if (!input || document.activeElement !== document.body) return;
            input.focus();
            if (typed === null) input.select();
          }}
          onFocus={(event) => event.currentTarget.select()}
          placeholder={placeholder ?? t("choose")}
          className={cx(controlClass, controlHeight, "w-full pr-14")}
        />
        <span className="absolute inset-y-0 right-1 flex items-center text-muted [&_svg]:size-4">
          <Base.Clear
            aria-label={t("clear")}
            className="flex size-6 items-center justify-center rounded hover:text-ink"
          >
            <X aria-hidden="true" />
          </Base.Clear>
          <Base.Trigger
            aria-label={t("openList")}
            tabIndex={-1}
            className="flex size-6 items-center justify-center rounded hover:text-ink"
          >
            <ChevronDown aria-hidden="true" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className={cx(popupClass, "w-(--anchor-width)")}>
            <Base.Empty className="text-muted not-empty:p-2">{t("noMatch")}</Base.Empty>
            <Base.List className="max-h-72 overflow-y-auto overscroll-contain outline-none">
              {(option: ComboOption) => (
                <Base.Item key={option.value} value={option} className={popupItemClass}>
                  <span className="min-w-0 flex-1">
                    {option.label}
                    {option.hint ? (
                      <span className="block text-muted text-xs">{option.hint}</span>
                    ) : null}
                  </span>
                  <Base.ItemIndicator className="text-accent">
                    <Check aria-hidden="true" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
