"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

const tab =
  "-mb-px flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-1 text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 phone:h-11";

type Tab = { value: string; label: ReactNode; content: ReactNode };

/** Tabs within a page. Where each tab has an address, use LinkTabs instead. */
export function Tabs({
  label,
  tabs,
  defaultValue,
}: {
  label: string;
  tabs: readonly Tab[];
  defaultValue?: string;
}) {
  return (
    <Base.Root defaultValue={defaultValue ?? tabs[0]?.value}>
      <Base.List aria-label={label} className="flex gap-5 overflow-x-auto border-line border-b">
        {tabs.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className={`${tab} data-active:border-accent data-active:font-medium data-active:text-ink`}
          >
            {item.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((item) => (
        <Base.Panel key={item.value} value={item.value} className="pt-4">
          {item.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
