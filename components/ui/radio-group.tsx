"use client";
import { type ReactNode, useId } from "react";

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

/** Native radio buttons of one group, without look. */
function useRadios({ value, defaultValue, onValueChange, name, disabled }: RadioProps) {
  const own = useId();
  return (option: Choice) => ({
    type: "radio" as const,
    name: name ?? own,
    value: option.value,
    disabled: disabled || option.disabled,
    ...(value === undefined
      ? { defaultChecked: option.value === defaultValue }
      : { checked: option.value === value }),
    onChange: () => onValueChange?.(option.value),
  });
}

/** Choice of one, every option visible, one a line. */
export function RadioGroup(props: RadioProps) {
  const radio = useRadios(props);
  return (
    <div role="radiogroup" {...groupAttributes(props)} className="grid gap-1">
      {props.options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-6 items-start gap-2 py-0.5 text-sm phone:min-h-11 phone:py-3"
        >
          <input
            {...radio(option)}
            className="m-0 mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-surface checked:border-5 checked:border-accent disabled:opacity-55 forced-colors:appearance-auto"
          />
          <span>
            {option.label}
            {option.hint ? <span className="block text-muted text-xs">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}

/** Choice of one in a row of two to five short options. Same behaviour as RadioGroup. */
export function SegmentedControl(props: RadioProps) {
  const radio = useRadios(props);
  return (
    <div
      role="radiogroup"
      {...groupAttributes(props)}
      className="inline-flex max-w-full rounded-control border border-line2 bg-sunken p-0.5"
    >
      {props.options.map((option) => (
        <label
          key={option.value}
          className="relative flex h-6.5 cursor-pointer items-center justify-center gap-1.5 whitespace-nowrap rounded-tag px-2.5 text-ink2 text-sm transition-colors hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line2)] has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:opacity-55 phone:h-10 [&_svg]:size-4"
        >
          <input
            {...radio(option)}
            className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-tag focus-visible:outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

function groupAttributes(props: RadioProps) {
  return {
    id: props.id,
    "aria-label": props["aria-label"],
    "aria-labelledby": props["aria-labelledby"],
    "aria-describedby": props["aria-describedby"],
  };
}
