"use client";
import { CalendarDays as CalendarIcon, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { removeCalendarDays } from "@/lib/settings/actions/calendar";

export type CalendarLine = {
  ids: string[];
  /** Formatted day or range. */
  span: string;
  kind: "holiday" | "workday";
  name: string;
};

/** Holidays and make-up days of a year, neighbours joined, each with a way to take it out. */
export function CalendarDays({ lines }: { lines: readonly CalendarLine[] }) {
  const t = useTranslations("settings.calendar");
  const run = useCommand();
  if (lines.length === 0) {
    return (
      <EmptyState icon={<CalendarIcon />} title={t("noDays")}>
        {t("noDaysHint")}
      </EmptyState>
    );
  }
  return (
    <ul>
      {lines.map(({ ids, span, kind, name }) => (
        <li
          key={ids[0]}
          className="flex items-center gap-3 border-grid border-b py-1 text-sm last:border-0"
        >
          <span className="w-44 shrink-0 tabular-nums phone:w-28">{span}</span>
          <span className="min-w-0 flex-1">
            {name}{" "}
            <span className="text-muted text-xs">{t("dayCount", { count: ids.length })}</span>
          </span>
          <Tag status={kind === "workday" ? "warn" : "neutral"}>{t(`kinds.${kind}`)}</Tag>
          <ConfirmDialog
            title={t("deleteTitle", { name, span })}
            confirmLabel={t("delete")}
            danger
            trigger={
              <IconButton
                size="sm"
                label={t("deleteLabel", { name, span })}
                icon={<Trash2 aria-hidden="true" />}
              />
            }
            onConfirm={() => run(removeCalendarDays({ ids }), t("deleted"))}
          >
            {t("deleteAsk", { count: ids.length })}
          </ConfirmDialog>
        </li>
      ))}
    </ul>
  );
}
