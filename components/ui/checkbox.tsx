"use client";
import { Check, Minus } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type NativeProps = Omit<ComponentProps<"input">, "type" | "className" | "onChange" | "size">;
type ToggleProps = NativeProps & {
  /** Visible label; else give aria-label. */
  label?: ReactNode;
  /** Quiet line under the label. */
  hint?: ReactNode;
  onCheckedChange?: (checked: boolean) => void;
};

const box =
  "peer absolute inset-0 m-0 cursor-pointer appearance-none border border-edge bg-surface transition-colors checked:border-accent checked:bg-accent " +
  "disabled:cursor-default disabled:opacity-55 aria-invalid:border-bad forced-colors:appearance-auto";

/** Checkbox with its label as one target of at least 24 px (44 px on phones). */
export function Checkbox({
  label,
  hint,
  onCheckedChange,
  indeterminate = false,
  ...rest
}: ToggleProps & { indeterminate?: boolean }) {
  const control = (
    <span
      className={cx(
        "relative inline-flex size-4 shrink-0 items-center justify-center",
        label ? "mt-0.5" : "align-middle",
      )}
    >
      <input
        {...rest}
        ref={(element) => {
          if (element) element.indeterminate = indeterminate;
        }}
        type="checkbox"
        onChange={onCheckedChange ? (event) => onCheckedChange(event.target.checked) : undefined}
        className={cx(
          box,
          "rounded indeterminate:border-accent indeterminate:bg-accent",
          label ? null : "before:absolute before:-inset-1.5",
        )}
      />
      <Minus
        className="pointer-events-none relative hidden size-3 text-on-accent peer-indeterminate:block"
        strokeWidth={3}
        aria-hidden="true"
      />
      <Check
        className="pointer-events-none relative hidden size-3 text-on-accent peer-checked:block peer-indeterminate:hidden"
        strokeWidth={3}
        aria-hidden="true"
      />
    </span>
  );
  return label ? <LabelledControl control={control} label={label} hint={hint} /> : control;
}

// A native checkbox tells its state itself; the role only changes the word for it.
const SWITCH = { role: "switch" } as const;

/** On/off that takes effect at once (in a form that is saved, use Checkbox). */
export function Switch({ label, hint, onCheckedChange, ...rest }: ToggleProps) {
  const control = (
    <span className="relative inline-block h-5 w-8 shrink-0">
      <input
        {...rest}
        type="checkbox"
        {...SWITCH}
        onChange={onCheckedChange ? (event) => onCheckedChange(event.target.checked) : undefined}
        className={cx(box, "rounded-full border-edge bg-edge")}
      />
      <span className="pointer-events-none absolute top-0.5 left-0.5 size-4 rounded-full bg-surface transition-transform peer-checked:translate-x-3 forced-colors:hidden" />
    </span>
  );
  return label ? <LabelledControl control={control} label={label} hint={hint} /> : control;
}

function LabelledControl({
  control,
  label,
  hint,
}: {
  control: ReactNode;
  label: ReactNode;
  hint?: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is a child
    <label className="flex min-h-6 items-start gap-2 py-0.5 text-sm phone:min-h-11 phone:py-3">
      {control}
      <span>
        {label}
        {hint ? <span className="block text-muted text-xs">{hint}</span> : null}
      </span>
    </label>
  );
}
