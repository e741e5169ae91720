"use client";
import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { Check, Minus } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type CheckboxProps = Omit<ComponentProps<typeof Base.Root>, "className"> & {
  /** Visible label; else give aria-label. */
  label?: ReactNode;
  /** Quiet line under the label. */
  hint?: ReactNode;
};

const box =
  "flex size-4 shrink-0 items-center justify-center rounded border border-edge bg-surface text-on-accent transition-colors " +
  "data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55 data-indeterminate:border-accent data-indeterminate:bg-accent aria-invalid:border-bad";

/** Checkbox with its label as one target of at least 24 px (44 px on phones). */
export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  const control = (
    <Base.Root
      {...rest}
      className={cx(box, label ? "mt-0.5" : "relative after:absolute after:-inset-2")}
    >
      <Base.Indicator className="flex">
        {rest.indeterminate ? (
          <Minus className="size-3" strokeWidth={3} />
        ) : (
          <Check className="size-3" strokeWidth={3} />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  return label ? <LabelledControl control={control} label={label} hint={hint} /> : control;
}

type SwitchProps = Omit<ComponentProps<typeof BaseSwitch.Root>, "className"> & {
  label?: ReactNode;
  hint?: ReactNode;
};

/** On/off that takes effect at once (in a form that is saved, use Checkbox). */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const control = (
    <BaseSwitch.Root
      {...rest}
      className="flex h-5 w-8 shrink-0 items-center rounded-full bg-edge p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-55"
    >
      <BaseSwitch.Thumb className="size-4 rounded-full bg-surface transition-transform data-checked:translate-x-3" />
    </BaseSwitch.Root>
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
