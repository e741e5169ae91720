"use client";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import type { ControlProps } from "./field";
import { popupClass, popupItemClass } from "./popup-class";

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = Partial<ControlProps> & {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string) => void;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  /** Needed where no Field gives a label. */
  "aria-label"?: string;
  /** Before the value, e.g. an icon. */
  icon?: ReactNode;
  className?: string;
};

/** Choice of one from a short list (use Combobox past about 12). Value is the option's `value`. */
export function Select({
  options,
  value,
  defaultValue,
  onValueChange,
  name,
  placeholder,
  disabled,
  icon,
  className,
  ...control
}: SelectProps) {
  const t = useTranslations("common");
  return (
    <Base.Root
      items={options}
      {...(value === undefined ? { defaultValue: defaultValue ?? null } : { value })}
      onValueChange={(next: string | null) => next !== null && onValueChange?.(next)}
      name={name}
      disabled={disabled}
      modal={false}
    >
      <Base.Trigger
        {...control}
        className={cx(
          controlClass,
          controlHeight,
          "flex items-center justify-between gap-2 text-left",
          className ?? "w-full",
        )}
      >
        {icon}
        <Base.Value
          placeholder={placeholder ?? t("choose")}
          className="min-w-0 flex-1 truncate data-placeholder:text-muted"
        />
        <Base.Icon className="text-muted">
          <ChevronDown className="size-4" aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className={cx(popupClass, "min-w-(--anchor-width)")}>
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled}
                  className={popupItemClass}
                >
                  <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                  <Base.ItemIndicator className="text-accent">
                    <Check aria-hidden="true" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
