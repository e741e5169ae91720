import type { ActivityKind } from "@/lib/activities/domain/activity";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Figure } from "@/lib/metrics/domain/figure";
import type { Named } from "@/lib/shared/named";
import type { Period } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";
import type { Outcome } from "./outcome";

/** What an hour of a rep's work costs, in base currency, to choose from; the first is the usual choice. */
export const HOUR_COSTS = [200, 100, 150, 300, 500] as const;

/** Visits in thirty days of a deal's course: none, up to one, up to two, more. */
export const VISIT_BANDS = [0, 1, 2, 3] as const;

/** Closed deals in which something was done, and those in which it was not. */
export type KindView = { kind: ActivityKind; done: Outcome; without: Outcome };

export type VisitView = Outcome & { band: (typeof VISIT_BANDS)[number] };

/** A group of customers with figures of its closed deals. */
export type SectorView = {
  key: string | null;
  winRate: Figure | undefined;
  size: Figure | undefined;
  cycle: Figure | undefined;
};

/** Work and what it brought, of a unit or a rep. */
export type Allocation = {
  key: string | null;
  name: Named | null;
  /** What limits records to it. */
  where: FigureAddress["where"];
  activities: number;
  hours: number;
  won: number;
  /** Booked for won deals. */
  booked: number;
};

export type Payoff = {
  hoursPerWin: number | null;
  bookedPerHour: number | null;
  /** Booked ÷ cost of the hours. */
  perCost: number | null;
  /** Share of all booked ÷ share of all hours: above 1 an hour brings more here than elsewhere. */
  against: number | null;
};

/** What the hours brought, in itself and against the whole. */
export function payoff(
  { hours, won, booked }: Pick<Allocation, "hours" | "won" | "booked">,
  whole: Pick<Allocation, "hours" | "booked">,
  hourCost: number,
): Payoff {
  const bookedPerHour = ratio(booked, hours);
  return {
    hoursPerWin: ratio(hours, won),
    bookedPerHour,
    perCost: ratio(booked, hours * hourCost),
    against: ratio(bookedPerHour, ratio(whole.booked, whole.hours)),
  };
}

/** All of the page of effort and outcome, from one snapshot. */
export type EffortView = {
  /** The page as it was asked for, see `workingHref`. */
  self: string;
  window: Period;
  where: FigureAddress["where"];
  kinds: KindView[];
  visits: VisitView[];
  sectors: SectorView[];
  by: "rep" | "branch";
  whole: Allocation;
  allocations: Allocation[];
  /** Activities that name no time count with the middle one of their kind. */
  untimed: number;
  hourCost: number;
};
