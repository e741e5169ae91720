import type { BusinessDate } from "@/lib/shared/business-date";

/** What can happen with a customer. */
export type EventKind = "dealOpened" | "dealWon" | "dealLost" | "sale" | "activity" | "feedback";

export type CustomerEvent = {
  id: string;
  kind: EventKind;
  day: BusinessDate;
  title: string;
  detail: string | null;
  href: string;
};

/** Within a day what came of it stands above what led to it. */
const ORDER: readonly EventKind[] = [
  "feedback",
  "sale",
  "dealWon",
  "dealLost",
  "activity",
  "dealOpened",
];

/** The latest events up to `asOf`, latest first; at most `limit`. What is only planned is left out. */
export function composeTimeline(
  events: readonly CustomerEvent[],
  asOf: BusinessDate,
  limit: number,
): CustomerEvent[] {
  return events
    .filter(({ day }) => day <= asOf)
    .toSorted(
      (a, b) =>
        b.day.localeCompare(a.day) ||
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        a.id.localeCompare(b.id),
    )
    .slice(0, limit);
}
