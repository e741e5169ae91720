"use client";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useUrlState } from "./use-url-state";

/** Row of filters over a list: SearchBox, SelectFilter …, with FilterChips below. */
export function FilterBar({ children, chips }: { children: ReactNode; chips?: ReactNode }) {
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">{children}</div>
      {chips}
    </div>
  );
}

/** Search kept in the address (`?q=`), sent 300 ms after the last key. */
export function SearchBox({
  label,
  param = "q",
  prefix,
}: {
  label: string;
  param?: string;
  prefix?: string;
}) {
  const url = useUrlState([param], prefix);
  const current = url.get(param) ?? "";
  const [text, setText] = useState(current);
  const sent = useRef(current);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (current !== sent.current) {
      sent.current = current;
      setText(current);
    }
  }, [current]);
  useEffect(() => {
    // Sending the text after a click that leaves the page would call the person back.
    const leave = (event: MouseEvent) => isWayOut(event.target) && clearTimeout(timer.current);
    document.addEventListener("click", leave, true);
    return () => {
      document.removeEventListener("click", leave, true);
      clearTimeout(timer.current);
    };
  }, []);
  function send(value: string, wait: number) {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = value.trim();
      url.replace({ [param]: value.trim() });
    }, wait);
  }
  return (
    <search className="block w-64 phone:w-full">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        prefix={<Search aria-hidden="true" />}
        value={text}
        onChange={(event) => send(event.target.value, 300)}
        onKeyDown={(event) => event.key === "Enter" && send(text, 0)}
      />
    </search>
  );
}

/** Is this in a link or a row that opens another page? */
function isWayOut(target: EventTarget | null): boolean {
  const way = target instanceof Element ? target.closest("a[href],tr[data-href]") : null;
  const href = way?.getAttribute("href") ?? way?.getAttribute("data-href");
  return href ? new URL(href, location.href).pathname !== location.pathname : false;
}

type SelectFilterProps = {
  param: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** Word for no filter; default "All". */
  allLabel?: string;
  prefix?: string;
};

/** A filter of one value kept in the address. */
export function SelectFilter({ param, label, options, allLabel, prefix }: SelectFilterProps) {
  const t = useTranslations("common");
  const url = useUrlState([param], prefix);
  return (
    <Select
      aria-label={label}
      className="w-auto min-w-32 max-w-56"
      options={[{ value: "all", label: allLabel ?? `${label}: ${t("all")}` }, ...options]}
      value={url.get(param) ?? "all"}
      onValueChange={(value) => url.set({ [param]: value === "all" ? null : value })}
    />
  );
}

type Chip = { param: string; label: string };

/** The filters in force as chips that remove themselves, and one button that clears all. */
export function FilterChips({ items, prefix }: { items: readonly Chip[]; prefix?: string }) {
  const t = useTranslations("common");
  const url = useUrlState(
    items.map((item) => item.param),
    prefix,
  );
  if (items.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {items.map((item) => (
        <button
          key={item.param}
          type="button"
          aria-label={t("removeFilter", { name: item.label })}
          onClick={() => url.set({ [item.param]: null })}
          className="inline-flex h-6.5 items-center gap-1 rounded-full border border-line2 bg-sunken px-2.5 text-ink2 text-xs hover:border-edge hover:text-ink phone:h-9"
        >
          {item.label}
          <X className="size-3" aria-hidden="true" />
        </button>
      ))}
      <Button
        variant="ghost"
        size="sm"
        onClick={() => url.set(Object.fromEntries(items.map((item) => [item.param, null])))}
      >
        {t("clearFilters")}
      </Button>
    </div>
  );
}
