"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useUrlState } from "@/components/tables/use-url-state";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { DateInput } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

export type DaysSwitchesProps = {
  stores: readonly Reference[];
  unitId: string;
  day: BusinessDate;
  span: "day" | "week";
  today: BusinessDate;
};

/** Store, day and span of the page, all in its address. What is typed stays in the browser meanwhile. */
export function DaysSwitches({ stores, unitId, day, span, today }: DaysSwitchesProps) {
  const t = useTranslations("sales.days");
  const locale = useLocale();
  const url = useUrlState(["unit", "day", "span"]);
  const step = span === "day" ? 1 : 7;
  return (
    <div
      aria-busy={url.pending}
      className={cx(
        "mb-3.5 flex flex-wrap items-center gap-2 transition-opacity",
        url.pending ? "opacity-60" : null,
      )}
    >
      {stores.length > 1 ? (
        <div className="w-56 phone:w-full">
          <Select
            aria-label={t("store")}
            options={stores.map((store) => ({ value: store.id, label: localName(store, locale) }))}
            value={unitId}
            onValueChange={(unit) => url.set({ unit })}
          />
        </div>
      ) : null}
      <div className="flex items-center gap-0.5">
        <StepLink href={url.hrefWith({ day: addDays(day, -step) })} label={t(`previous.${span}`)}>
          <ChevronLeft aria-hidden="true" />
        </StepLink>
        <DateInput
          key={day}
          aria-label={t("day")}
          className="w-40"
          defaultValue={day}
          max={today}
          onChange={(event) => {
            if (event.target.value) url.set({ day: event.target.value });
          }}
        />
        {addDays(day, step) <= addDays(today, step - 1) ? (
          <StepLink href={url.hrefWith({ day: addDays(day, step) })} label={t(`next.${span}`)}>
            <ChevronRight aria-hidden="true" />
          </StepLink>
        ) : null}
      </div>
      <SegmentedControl
        aria-label={t("span")}
        options={(["day", "week"] as const).map((value) => ({ value, label: t(`spans.${value}`) }))}
        value={span}
        onValueChange={(value) => url.set({ span: value })}
      />
    </div>
  );
}

function StepLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
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
