"use client";
import { ChevronDown, ChevronUp, GripVertical, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { VALUE_DRIVERS, type ValueDriver } from "@/lib/customers/domain/buying-profile";

type RankingProps = {
  value: readonly ValueDriver[];
  onValueChange: (value: ValueDriver[]) => void;
};

function moved(list: readonly ValueDriver[], from: number, to: number): ValueDriver[] {
  const next = list.filter((_, i) => i !== from);
  const item = list[from];
  if (item) next.splice(Math.max(0, Math.min(to, next.length)), 0, item);
  return next;
}

/**
 * What the customer judges by, most important first: tapped in order, then moved by dragging, by the
 * arrow keys on a line, or by its buttons; Delete takes a line out.
 */
export function DriverRanking({ value, onValueChange }: RankingProps) {
  const t = useTranslations("customers.profile");
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<ValueDriver | null>(null);
  const [said, setSaid] = useState("");
  const rest = VALUE_DRIVERS.filter((driver) => !value.includes(driver));

  function move(driver: ValueDriver, to: number) {
    const from = value.indexOf(driver);
    if (to < 0 || to >= value.length || from === to) return;
    onValueChange(moved(value, from, to));
    setSaid(t("movedTo", { driver: t(`drivers.${driver}`), place: to + 1 }));
  }
  function remove(driver: ValueDriver) {
    onValueChange(value.filter((one) => one !== driver));
    setSaid(t("removed", { driver: t(`drivers.${driver}`) }));
  }
  /** The place whose line the pointer is over. */
  function placeAt(y: number): number {
    const lines = [...(list.current?.children ?? [])].map((line) => line.getBoundingClientRect());
    const over = lines.findIndex(({ bottom }) => y < bottom);
    return over < 0 ? lines.length - 1 : over;
  }
  function onKeyDown(event: KeyboardEvent, driver: ValueDriver) {
    const at = value.indexOf(driver);
    if (event.key === "ArrowUp") move(driver, at - 1);
    else if (event.key === "ArrowDown") move(driver, at + 1);
    else if (event.key === "Delete" || event.key === "Backspace") remove(driver);
    else return;
    event.preventDefault();
  }
  const drag = (driver: ValueDriver) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(driver);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (dragged === driver) move(driver, placeAt(event.clientY));
    },
    onPointerUp: () => setDragged(null),
    onPointerCancel: () => setDragged(null),
  });
  return (
    <div className="grid gap-2">
      <ol ref={list} className="grid gap-1" aria-label={t("driversLabel")}>
        {value.map((driver, at) => (
          <li
            key={driver}
            className={cx(
              "flex items-center gap-1 rounded-control border border-line bg-surface pr-1",
              dragged === driver && "border-accent bg-accent-soft",
            )}
          >
            <button
              type="button"
              {...drag(driver)}
              onKeyDown={(event) => onKeyDown(event, driver)}
              aria-label={t("line", { place: at + 1, driver: t(`drivers.${driver}`) })}
              className="flex min-h-10 min-w-0 flex-1 cursor-grab touch-none items-center gap-2 rounded-control px-2 text-left text-sm"
            >
              <GripVertical className="size-4 shrink-0 text-muted" aria-hidden="true" />
              <span className="w-4 text-muted tabular-nums">{at + 1}</span>
              <span className="min-w-0 flex-1">{t(`drivers.${driver}`)}</span>
            </button>
            <IconButton
              size="sm"
              label={t("up", { driver: t(`drivers.${driver}`) })}
              disabled={at === 0}
              onClick={() => move(driver, at - 1)}
              icon={<ChevronUp aria-hidden="true" />}
            />
            <IconButton
              size="sm"
              label={t("down", { driver: t(`drivers.${driver}`) })}
              disabled={at === value.length - 1}
              onClick={() => move(driver, at + 1)}
              icon={<ChevronDown aria-hidden="true" />}
            />
            <IconButton
              size="sm"
              label={t("remove", { driver: t(`drivers.${driver}`) })}
              onClick={() => remove(driver)}
              icon={<X aria-hidden="true" />}
            />
          </li>
        ))}
      </ol>
      {rest.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">
          {rest.map((driver) => (
            <button
              key={driver}
              type="button"
              onClick={() => onValueChange([...value, driver])}
              className="inline-flex min-h-9 items-center gap-1 rounded-control border border-line2 px-2.5 text-ink2 text-sm hover:bg-sunken"
            >
              <Plus className="size-3.5" aria-hidden="true" />
              {t(`drivers.${driver}`)}
            </button>
          ))}
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
