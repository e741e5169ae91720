"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { toast } from "@/components/ui/toast";
import { completeActivity, reopenActivity, rescheduleActivity } from "@/lib/activities/actions";
import type { BusinessDate } from "@/lib/shared/business-date";

type Target = { id: string; version: number; day: BusinessDate };

/**
 * Done and another day in one step. `shown` is what is already shown while the answer is on its way:
 * until the page has the new version, for the old one would be refused; a refusal takes it back and
 * says why.
 */
export function useActivityCommands({ id, version, day }: Target) {
  const t = useTranslations("activityForm");
  const common = useTranslations("common");
  const run = useCommand();
  const [shown, setShown] = useState<{ version: number; done?: true; day?: BusinessDate }>();

  async function complete() {
    setShown({ version, done: true });
    const saved = await run(completeActivity({ id, version }));
    if (typeof saved !== "object") return setShown(undefined);
    const undo = () => void run(reopenActivity({ id, version: saved.version, day }));
    toast(t("completed"), { action: { label: common("undo"), onClick: undo } });
  }

  async function moveTo(next: BusinessDate, message: string) {
    if (next === day) return;
    setShown({ version, day: next });
    const saved = await run(rescheduleActivity({ id, version, day: next }));
    if (typeof saved !== "object") return setShown(undefined);
    const undo = () => void run(rescheduleActivity({ id, version: saved.version, day }));
    toast(message, { action: { label: common("undo"), onClick: undo } });
  }
  return { complete, moveTo, shown: shown?.version === version ? shown : undefined };
}
