"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cx } from "./cx";

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioProps = {
  options: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  name?: string;
  disabled?: boolean;
  /** Names the group; or give aria-labelledby. */
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  id?: string;
};

/** Choice of one, every option visible, one a line. */
export function RadioGroup({ options, onValueChange, ...rest }: RadioProps) {
  return (
    <Base
      {...rest}
      onValueChange={(value) => onValueChange?.(String(value))}
      className="grid gap-1"
    >
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is a child
        <label
          key={option.value}
          className="flex min-h-6 items-start gap-2 py-0.5 text-sm phone:min-h-11 phone:py-3"
        >
          <Radio.Root
            value={option.value}
            disabled={option.disabled}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-surface data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          <span>
            {option.label}
            {option.hint ? <span className="block text-muted text-xs">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </Base>
  );
}

/** Choice of one in a row of two to five short options. Same behaviour as RadioGroup. */
export function SegmentedControl({ options, onValueChange, ...rest }: RadioProps) {
  return (
    <Base
      {...rest}
      onValueChange={(value) => onValueChange?.(String(value))}
      className="inline-flex max-w-full rounded-control border border-line2 bg-sunken p-0.5"
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cx(
            "flex h-6.5 cursor-pointer items-center justify-center gap-1.5 whitespace-nowrap rounded-tag px-2.5 text-ink2 text-sm transition-colors hover:text-ink phone:h-10",
            "data-checked:bg-surface data-checked:font-medium data-checked:text-ink data-checked:shadow-[0_0_0_1px_var(--line2)] [&_svg]:size-4",
          )}
        >
          {option.label}
        </Radio.Root>
      ))}
    </Base>
  );
}
