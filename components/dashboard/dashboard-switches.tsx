"use client";
import { useUrlState } from "@/components/tables/use-url-state";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";

type Choice = { value: string; label: string };

/** The units and periods there are, and those chosen. */
export type Switches = {
  units: readonly Choice[];
  unit: string | null;
  periods: readonly Choice[];
  period: string;
};

type SwitchesProps = Switches & { unitLabel: string; periodLabel: string };

/** Unit and period of the dashboard, kept in the address. Many units become a searchable list. */
export function DashboardSwitches({
  units,
  unit,
  unitLabel,
  periods,
  period,
  periodLabel,
}: SwitchesProps) {
  const url = useUrlState(["unit", "period"]);
  return (
    <>
      {units.length > 12 ? (
        <Combobox
          aria-label={unitLabel}
          options={units}
          value={unit}
          onValueChange={(value) => value && url.set({ unit: value })}
        />
      ) : units.length > 1 ? (
        <Select
          aria-label={unitLabel}
          className="w-auto min-w-32"
          options={units}
          value={unit}
          onValueChange={(value) => url.set({ unit: value })}
        />
      ) : null}
      <Select
        aria-label={periodLabel}
        className="w-auto min-w-36"
        options={periods}
        value={period}
        onValueChange={(value) => url.set({ period: value })}
      />
    </>
  );
}
