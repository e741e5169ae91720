"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { DueState } from "@/lib/activities/domain/due-state";
import type { CalendarEntry } from "./calendar-grid";
import { KindIcon } from "./kind-icon";

const LOOK: Record<DueState, string> = {
  overdue: "bg-bad-soft text-bad",
  today: "bg-warn-soft text-warn",
  upcoming: "bg-accent-soft text-accent",
  done: "bg-sunken text-muted",
};

const STEP: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type CalendarItemProps = {
  entry: CalendarEntry;
  /** Just put here; the server has not answered yet. */
  pending: boolean;
  onMove: (days: number) => void;
};

/** One follow-up in the calendar: opens it; dragged, or with Alt and an arrow key, it moves. */
export function CalendarItem({ entry, pending, onMove }: CalendarItemProps) {
  const t = useTranslations("activityForm");
  const link = useRef<HTMLAnchorElement>(null);
  const { id, time, title, kind, state, movable } = entry;
  // Put under another day, it is a new element: what was focused stays focused.
  useEffect(() => {
    if (pending) link.current?.focus();
  }, [pending]);

  function onKeyDown(event: KeyboardEvent) {
    const by = STEP[event.key];
    if (!movable || !event.altKey || by === undefined) return;
    event.preventDefault();
    onMove(by);
  }
  return (
    <li>
      <Link
        ref={link}
        href={`/activities/${id}`}
        draggable={movable}
        onDragStart={(event) => event.dataTransfer.setData("text/plain", id)}
        onKeyDown={onKeyDown}
        title={title}
        className={`flex min-h-6 items-center gap-1 rounded-tag px-1 py-0.5 text-xs [&_svg]:size-3 ${LOOK[state]} ${pending ? "opacity-60" : ""}`}
      >
        <KindIcon kind={kind} />
        {time ? <span className="tabular-nums">{time}</span> : null}
        <span className="truncate">{title}</span>
        <span className="sr-only">{t(`states.${state}`)}</span>
      </Link>
    </li>
  );
}
