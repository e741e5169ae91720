"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useUrlState } from "@/components/tables/use-url-state";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";

export type Choice = { value: string; label: string };

export type SwitchesProps = {
  /** Units in the order of the tree; none for a person without units. */
  units: readonly (Choice & { depth: number })[];
  unit: string | null;
  quarters: readonly Choice[];
  quarter: string;
  previous: string;
  next: string;
  kpis: readonly Choice[];
  kpi: string;
  /** Asks before unsaved edits are left; false to stay. */
  mayLeave?: () => boolean;
};

const MANY = 40;
/** Only companies with many units need it. */
const Combobox = dynamic(() => import("@/components/ui/combobox").then((file) => file.Combobox));

/** Unit, quarter and KPI of the page, all in its address. */
export function TargetSwitches(props: SwitchesProps) {
  const { units, unit, quarters, quarter, kpis, kpi, mayLeave } = props;
  const t = useTranslations("targets");
  const url = useUrlState(["unit", "period", "kpi"]);
  const go = (changes: Record<string, string>) => {
    if (mayLeave?.() ?? true) url.set(changes);
  };
  const goToUnit = (value: string | null) => value && go({ unit: value });
  return (
    <div
      aria-busy={url.pending}
      className={cx(
        "mb-3.5 flex flex-wrap items-center gap-2 transition-opacity",
        url.pending ? "opacity-60" : null,
      )}
    >
      {units.length > 1 ? (
        <div className="w-56 phone:w-full">
          {units.length > MANY ? (
            <Combobox
              aria-label={t("unit")}
              options={units}
              value={unit}
              onValueChange={goToUnit}
            />
          ) : (
            <Select
              aria-label={t("unit")}
              options={units.map(({ value, label, depth }) => ({
                value,
                label: `${"\u2003".repeat(depth)}${label}`,
              }))}
              value={unit}
              onValueChange={goToUnit}
            />
          )}
        </div>
      ) : null}
      <div className="flex items-center gap-0.5 phone:w-full">
        <QuarterLink href={url.hrefWith({ period: props.previous })} label={t("previousQuarter")}>
          <ChevronLeft aria-hidden="true" />
        </QuarterLink>
        <div className="w-44 phone:flex-1">
          <Select
            aria-label={t("quarter")}
            options={quarters}
            value={quarter}
            onValueChange={(period) => go({ period })}
          />
        </div>
        <QuarterLink href={url.hrefWith({ period: props.next })} label={t("nextQuarter")}>
          <ChevronRight aria-hidden="true" />
        </QuarterLink>
      </div>
      {kpis.length > 0 ? (
        <div className="max-w-full overflow-x-auto">
          <SegmentedControl
            aria-label={t("kpi")}
            options={kpis}
            value={kpi}
            onValueChange={(value) => go({ kpi: value })}
          />
        </div>
      ) : null}
    </div>
  );
}

function QuarterLink({
  href,
  label,
  children,
}: {
  href: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      title={label}
      className={buttonClass("ghost", "md", true)}
    >
      {children}
    </Link>
  );
}
