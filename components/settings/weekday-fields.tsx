"use client";
import { useId } from "react";
import { useFormField } from "@/components/forms/form-context";
import { Checkbox } from "@/components/ui/checkbox";

/** Days of the week to tick. Value: ISO weekdays joined by commas, "6,7". */
export function WeekdaysField({
  name,
  label,
  hint,
  options,
}: {
  name: string;
  label: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
}) {
  const id = useId();
  const { value, setValue, error } = useFormField(name);
  const chosen = String(value ?? "")
    .split(",")
    .filter(Boolean);
  const set = (day: string, on: boolean) =>
    setValue([...chosen.filter((one) => one !== day), ...(on ? [day] : [])].sort().join(","));
  return (
    <fieldset aria-describedby={`${id}-note`}>
      <legend className="mb-1 text-ink2 text-sm">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onCheckedChange={(on) => set(option.value, on)}
          />
        ))}
      </div>
      <p id={`${id}-note`} className={error ? "mt-1 text-bad text-xs" : "mt-1 text-muted text-xs"}>
        {error ?? hint}
      </p>
    </fieldset>
  );
}
