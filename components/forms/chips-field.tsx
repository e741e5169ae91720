"use client";
import { useId } from "react";
import { FieldNotes } from "../ui/field";
import { useFormField } from "./form-context";
import type { FieldBase } from "./text-fields";

type ChipsFieldProps = Omit<FieldBase, "className"> & {
  options: readonly { value: string | number; label: string }[];
  /** What the ends of a scale mean, below its first and last option. */
  ends?: readonly [string, string];
};

/** One of several, all visible and within the thumb's reach; wraps. Value: the option's `value`. */
export function ChipsField({ name, label, hint, required, options, ends }: ChipsFieldProps) {
  const { value, setValue, error } = useFormField(name);
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1 text-ink2 text-sm">
        {label}
        {required ? (
          <span className="text-bad" aria-hidden="true">
            {" *"}
          </span>
        ) : null}
      </p>
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={error ? `${id}-error` : undefined}
        className="flex flex-wrap gap-1.5"
      >
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex h-8 min-w-9 cursor-pointer items-center justify-center rounded-control border border-line2 bg-surface px-2.5 text-ink2 text-sm tabular-nums hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent phone:h-11 phone:min-w-11"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => setValue(option.value)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-control focus-visible:outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
      {ends ? (
        <p className="mt-1 flex justify-between text-muted text-xs">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      ) : null}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
