"use client";
import { ArrowLeftRight, CalendarClock, Users } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { DragEvent, KeyboardEvent } from "react";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { BoardColumn, BoardCard as Card } from "@/lib/deals/domain/board";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

export type WritableCard = Omit<Card, "unitId"> & { writable: boolean };

type BoardCardProps = {
  card: WritableCard;
  columns: readonly BoardColumn[];
  today: BusinessDate;
  team: boolean;
  f: Formatter;
  onMove: (stageId: string) => void;
  onStep: (by: -1 | 1) => void;
  onDrag: (card: WritableCard | null) => void;
};

/** One deal: dragged by its card, moved by Alt and an arrow key on its link, or by its menu. */
export function BoardCard({ card, columns, today, team, f, ...on }: BoardCardProps) {
  const t = useTranslations("pipeline.board");
  const locale = useLocale();
  const late = card.expectedCloseOn !== null && card.expectedCloseOn < today;
  const open = columns.find((column) => column.id === card.stageId)?.kind === "open";
  function onDragStart(event: DragEvent) {
    event.dataTransfer.setData("text/plain", card.title);
    event.dataTransfer.effectAllowed = "move";
    on.onDrag(card);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!card.writable || !event.altKey) return;
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    on.onStep(event.key === "ArrowRight" ? 1 : -1);
  }
  return (
    <li
      draggable={card.writable}
      onDragStart={onDragStart}
      onDragEnd={() => on.onDrag(null)}
      data-card={card.id}
      className={cx(
        "rounded-control border border-line bg-surface p-2.5 text-sm shadow-card",
        card.writable ? "cursor-grab active:cursor-grabbing" : null,
      )}
    >
      <div className="flex items-start gap-1">
        <Link
          href={`/deals/${card.id}`}
          onKeyDown={onKeyDown}
          draggable={false}
          aria-keyshortcuts={card.writable ? "Alt+ArrowRight Alt+ArrowLeft" : undefined}
          className="min-w-0 flex-1 break-words font-medium hover:underline"
        >
          {card.title}
        </Link>
        {card.writable ? (
          <Menu
            align="end"
            trigger={
              <IconButton
                size="sm"
                label={t("moveOf", { title: card.title })}
                icon={<ArrowLeftRight aria-hidden="true" />}
              />
            }
          >
            {columns
              .filter((column) => column.id !== card.stageId)
              .map((column) => (
                <MenuItem key={column.id} onClick={() => on.onMove(column.id)}>
                  {localName(column, locale)}
                </MenuItem>
              ))}
          </Menu>
        ) : null}
      </div>
      <p className="truncate text-muted text-xs">
        {card.customer ? localName(card.customer, locale) : t("noCustomer")}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-xs">
        <b className="font-semibold text-sm tabular-nums">{f.money(card.expectedBaseAmount)}</b>
        {open && card.expectedCloseOn ? (
          <span className={cx("inline-flex items-center gap-1", late ? "text-bad" : "text-muted")}>
            <CalendarClock className="size-3.5" aria-hidden="true" />
            {f.dayAndMonth(card.expectedCloseOn)}
            {late ? <span className="sr-only">{t("late")}</span> : null}
          </span>
        ) : null}
        {card.isShared ? (
          <span className="inline-flex items-center gap-1 text-muted">
            <Users className="size-3.5" aria-hidden="true" />
            {t("shared")}
          </span>
        ) : null}
      </p>
      {team ? <p className="truncate text-muted text-xs">{localName(card.owner, locale)}</p> : null}
    </li>
  );
}
