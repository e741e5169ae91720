"use client";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { cx } from "./cx";

type Tab = { value: string; label: ReactNode; content: ReactNode };

/** Tabs within a page; arrow keys move. Where each tab has an address, use LinkTabs instead. */
export function Tabs({
  label,
  tabs,
  defaultValue,
}: {
  label: string;
  tabs: readonly Tab[];
  defaultValue?: string;
}) {
  const id = useId();
  const [active, setActive] = useState(defaultValue ?? tabs[0]?.value);
  function move(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = tabs.findIndex(({ value }) => value === active);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (!next) return;
    setActive(next.value);
    document.getElementById(`${id}-tab-${next.value}`)?.focus();
  }
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex gap-5 overflow-x-auto border-line border-b"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-tab-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === active}
            aria-controls={`${id}-panel-${tab.value}`}
            tabIndex={tab.value === active ? 0 : -1}
            onClick={() => setActive(tab.value)}
            className={cx(
              "flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-b-2 px-1 text-sm focus-visible:-outline-offset-2 phone:h-11",
              tab.value === active
                ? "border-accent font-medium text-ink"
                : "border-transparent text-muted hover:text-ink",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.value}
          id={`${id}-panel-${tab.value}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${tab.value}`}
          hidden={tab.value !== active}
          className="pt-4"
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}
