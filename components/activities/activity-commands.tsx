"use client";
import { CalendarClock, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import type { BusinessDate } from "@/lib/shared/business-date";
import { useActivityCommands } from "./use-activity-commands";

export type Postponement = { label: string; day: BusinessDate; message: string };

type ActivityCommandsProps = {
  activity: { id: string; version: number; day: BusinessDate };
  /** What it is, for the names of the buttons. */
  title: string;
  /** Other days to choose from, with their words. */
  postponements: readonly Postponement[];
};

/** Done, and another day: one tap each. */
export function ActivityCommands({ activity, title, postponements }: ActivityCommandsProps) {
  const t = useTranslations("activityForm");
  const { complete, moveTo, shown } = useActivityCommands(activity);
  if (shown) return <Tag status="good">{t(shown.done ? "statuses.done" : "moved")}</Tag>;
  return (
    <div className="relative z-1 flex shrink-0 gap-0.5">
      <IconButton
        label={t("complete", { title })}
        icon={<Check aria-hidden="true" />}
        variant="secondary"
        onClick={() => void complete()}
      />
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t("postpone", { title })}
            icon={<CalendarClock aria-hidden="true" />}
          />
        }
      >
        {postponements.map(({ label, day, message }) => (
          <MenuItem key={day} onClick={() => void moveTo(day, message)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
