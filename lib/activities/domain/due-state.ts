import type { BusinessDate } from "@/lib/shared/business-date";
import type { ActivityStatus } from "./activity";

export type DueState = "overdue" | "today" | "upcoming" | "done";

/** Where a follow-up stands on a day: planned ones of earlier days are overdue, whatever their time. */
export function dueState(
  { status, day }: { status: ActivityStatus; day: BusinessDate },
  today: BusinessDate,
): DueState {
  if (status === "done") return "done";
  if (day < today) return "overdue";
  return day === today ? "today" : "upcoming";
}
