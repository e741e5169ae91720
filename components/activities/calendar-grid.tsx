"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import type { ActivityKind } from "@/lib/activities/domain/activity";
import type { DueState } from "@/lib/activities/domain/due-state";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { CalendarItem } from "./calendar-item";
import { useCalendarMoves } from "./use-calendar-moves";

export type CalendarEntry = {
  id: string;
  version: number;
  kind: ActivityKind;
  state: DueState;
  day: BusinessDate;
  time: string | null;
  title: string;
  /** May be put on another day. */
  movable: boolean;
};

export type CalendarDay = {
  date: BusinessDate;
  /** The whole date in words. */
  label: string;
  number: string;
  /** The day alone, as an address. */
  href: string;
  outside: boolean;
  today: boolean;
};

type CalendarGridProps = {
  caption: string;
  weekdays: readonly { short: string; long: string }[];
  weeks: readonly (readonly CalendarDay[])[];
  entries: readonly CalendarEntry[];
  /** How many a day shows before it says "n more". */
  most: number;
  /** "Moved to …" by day. */
  movedTo: Record<string, string>;
};

/** Days in weeks; what is planned is moved by dragging, or with Alt and the arrow keys. */
export function CalendarGrid({
  caption,
  weekdays,
  weeks,
  entries,
  most,
  movedTo,
}: CalendarGridProps) {
  const t = useTranslations("activities.calendar");
  const [over, setOver] = useState<BusinessDate | null>(null);
  const { move, dayOf } = useCalendarMoves(movedTo);
  const byDay = Map.groupBy(entries, dayOf);
  return (
    <table className="w-full table-fixed border-collapse phone:hidden">
      <caption className="sr-only">{`${caption}. ${t("keys")}`}</caption>
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th
              key={long}
              scope="col"
              className="px-2 py-1.5 text-left font-normal text-muted text-xs"
            >
              <abbr title={long} className="no-underline">
                {short}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => {
              const here = byDay.get(day.date) ?? [];
              return (
                <td
                  key={day.date}
                  onDragOver={(event) => {
                    event.preventDefault();
                    setOver(day.date);
                  }}
                  onDragLeave={() => setOver(null)}
                  onDrop={(event) => {
                    setOver(null);
                    const entry = entries.find(
                      ({ id }) => id === event.dataTransfer.getData("text/plain"),
                    );
                    if (entry) void move(entry, day.date);
                  }}
                  className={cx(
                    "h-27 border border-line p-1 align-top",
                    day.outside && "bg-sunken",
                    over === day.date && "bg-accent-soft",
                  )}
                >
                  <a
                    href={day.href}
                    aria-label={day.label}
                    aria-current={day.today ? "date" : undefined}
                    className={cx(
                      "inline-flex size-6 items-center justify-center rounded-full text-xs tabular-nums hover:bg-hover",
                      day.today ? "bg-accent font-medium text-on-accent" : "text-ink2",
                    )}
                  >
                    {day.number}
                  </a>
                  <ul className="mt-0.5 grid grid-cols-[minmax(0,1fr)] gap-0.5">
                    {here.slice(0, most).map((entry) => (
                      <CalendarItem
                        key={entry.id}
                        entry={entry}
                        pending={day.date !== entry.day}
                        onMove={(by) => void move(entry, addDays(entry.day, by))}
                      />
                    ))}
                  </ul>
                  {here.length > most ? (
                    <a
                      href={day.href}
                      className="inline-flex min-h-6 items-center px-1 text-accent text-xs hover:underline"
                    >
                      {t("more", { count: here.length - most })}
                    </a>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
