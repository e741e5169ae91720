"use client";
import { NumberField as Base } from "@base-ui/react/number-field";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import type { ControlProps } from "./field";

type NumberInputProps = Partial<ControlProps> & {
  value?: number | null;
  defaultValue?: number | null;
  /** null when the field is empty. */
  onValueChange?: (value: number | null) => void;
  name?: string;
  min?: number;
  max?: number;
  step?: number;
  /** Intl options for the shown text, e.g. `{ style: "percent" }` (0.1 shows as 10%). */
  format?: Intl.NumberFormatOptions;
  /** Unit after the number, e.g. "CNY". */
  suffix?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
};

/** Number typed and shown in the reader's locale, right-aligned, arrow keys step. */
export function NumberInput({
  value,
  defaultValue,
  onValueChange,
  name,
  min,
  max,
  step,
  format,
  suffix,
  placeholder,
  disabled,
  ...control
}: NumberInputProps) {
  const locale = useLocale();
  const { id, ...aria } = control;
  return (
    <Base.Root
      id={id}
      {...(value === undefined ? { defaultValue: defaultValue ?? undefined } : { value })}
      onValueChange={(next) => onValueChange?.(next)}
      name={name}
      min={min}
      max={max}
      step={step}
      format={{ maximumFractionDigits: 6, ...format }}
      locale={locale}
      disabled={disabled}
      className="relative"
    >
      <Base.Input
        {...aria}
        placeholder={placeholder}
        className={cx(
          controlClass,
          controlHeight,
          "w-full text-right tabular-nums",
          suffix ? "pr-12" : null,
        )}
      />
      {suffix ? (
        <span className="pointer-events-none absolute inset-y-0 right-0 flex items-center px-2.5 text-muted text-sm">
          {suffix}
        </span>
      ) : null}
    </Base.Root>
  );
}
