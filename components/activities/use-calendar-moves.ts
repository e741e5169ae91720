"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { toast } from "@/components/ui/toast";
import { rescheduleActivity } from "@/lib/activities/actions";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { CalendarEntry } from "./calendar-grid";

/**
 * Where each entry is shown: on its day, or where it was just put, before the server has answered. A
 * refusal puts it back and says why.
 */
export function useCalendarMoves(movedTo: Record<string, string>) {
  const t = useTranslations("activityForm");
  const common = useTranslations("common");
  const run = useCommand();
  const [moved, setMoved] = useState<{ id: string; version: number; day: BusinessDate }>();
  const isMoved = ({ id, version }: CalendarEntry) =>
    moved?.id === id && moved.version === version ? moved : undefined;

  async function move(entry: CalendarEntry, to: BusinessDate) {
    const { id, version, day } = entry;
    if (isMoved(entry) || to === day) return;
    setMoved({ id, version, day: to });
    const saved = await run(rescheduleActivity({ id, version, day: to }));
    if (typeof saved !== "object") return setMoved(undefined);
    const undo = () => void run(rescheduleActivity({ id, version: saved.version, day }));
    toast(movedTo[to] ?? t("moved"), { action: { label: common("undo"), onClick: undo } });
  }
  return { move, dayOf: (entry: CalendarEntry) => isMoved(entry)?.day ?? entry.day };
}
