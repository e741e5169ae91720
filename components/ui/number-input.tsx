"use client";
import { useLocale } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import type { ControlProps } from "./field";
import { parseNumber } from "./parse-number";

type NumberInputProps = Partial<ControlProps> & {
  value?: number | null;
  defaultValue?: number | null;
  /** null when the field is empty; NaN while the text is no number (ActionForm refuses it). */
  onValueChange?: (value: number | null) => void;
  name?: string;
  min?: number;
  max?: number;
  /** Step of the arrow keys; default 1 (0.01 for percentages). */
  step?: number;
  /** Intl options for the shown text, e.g. `{ style: "percent" }` (0.1 shows as 10%). */
  format?: Intl.NumberFormatOptions;
  /** Unit after the number, e.g. "CNY". */
  suffix?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
};

/** Number shown in the reader's locale; understands 1,200, 520万, 3.2M, 10%; arrow keys step. */
export function NumberInput(props: NumberInputProps) {
  const {
    value,
    defaultValue = null,
    onValueChange,
    name,
    min,
    max,
    step,
    format,
    suffix,
    ...input
  } = props;
  const locale = useLocale();
  const [own, setOwn] = useState(defaultValue);
  const [draft, setDraft] = useState<string | null>(null);
  const current = value === undefined ? own : value;
  const percent = format?.style === "percent";
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, ...format });
  const shown = draft ?? (current === null ? "" : written.format(current));
  const wrong = draft !== null && parseNumber(draft, percent) === undefined;

  function take(next: number | null) {
    setOwn(next);
    onValueChange?.(next);
  }
  function type(text: string) {
    setDraft(text);
    const parsed = parseNumber(text, percent);
    take(parsed === undefined ? Number.NaN : parsed);
  }
  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    const moved = (current || 0) + direction * (step ?? (percent ? 0.01 : 1));
    setDraft(null);
    take(Number(Math.min(max ?? moved, Math.max(min ?? moved, moved)).toPrecision(15)));
  }
  return (
    <span className="relative block">
      <input
        {...input}
        {...(wrong ? { "aria-invalid": true } : {})}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={() => wrong || setDraft(null)}
        onKeyDown={onKeyDown}
        className={cx(
          controlClass,
          controlHeight,
          "w-full text-right tabular-nums",
          suffix ? "pr-12" : null,
        )}
      />
      {name ? (
        <input
          type="hidden"
          name={name}
          value={current === null || Number.isNaN(current) ? "" : current}
        />
      ) : null}
      {suffix ? (
        <span className="pointer-events-none absolute inset-y-0 right-0 flex items-center px-2.5 text-muted text-sm">
          {suffix}
        </span>
      ) : null}
    </span>
  );
}
