"use client";
import { useUrlState } from "@/components/tables/use-url-state";
import { Select } from "@/components/ui/select";

/** A choice kept in the address, with its name in front. */
export function UrlSelect({
  param,
  label,
  options,
  value,
  clears = [],
}: {
  param: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  /** Parameters that mean nothing any more after another choice. */
  clears?: readonly string[];
}) {
  const url = useUrlState([param, ...clears]);
  const cleared = Object.fromEntries(clears.map((name) => [name, null]));
  return (
    <div className="flex items-center gap-1.5 text-muted text-xs">
      <span aria-hidden="true">{label}</span>
      <Select
        aria-label={label}
        className="w-auto min-w-28"
        options={options}
        value={value}
        onValueChange={(chosen) => url.set({ ...cleared, [param]: chosen })}
      />
    </div>
  );
}
