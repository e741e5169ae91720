"use client";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { addDays, parseBusinessDate } from "@/lib/shared/business-date";
import { Button } from "../ui/button";
import { Combobox, type ComboOption } from "../ui/combobox";
import { Field } from "../ui/field";
import { DateInput } from "../ui/input";
import { NumberInput } from "../ui/number-input";
import { Popover } from "../ui/popover";
import { Select } from "../ui/select";
import { useUrlState } from "./use-url-state";

/** The filters that are needed less often, in a panel; `count` of them are in force. */
export function MoreFilters({ count, children }: { count: number; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <Popover
      label={t("filters")}
      className="grid w-80 gap-3 p-4"
      trigger={
        <Button variant="secondary" icon={<ListFilter aria-hidden="true" />}>
          {t("filters")}
          {count > 0 ? <span className="text-accent tabular-nums">{count}</span> : null}
        </Button>
      }
    >
      {children}
    </Popover>
  );
}

type RemoteFilterProps = {
  param: string;
  label: string;
  /** Address that answers `?…&q=text` with `{ hits: ComboOption[] }`. */
  source: string;
  /** The option in force. */
  chosen?: ComboOption;
};

/** A filter by one record out of many; options are looked up while typing. */
export function RemoteFilter({ param, label, source, chosen }: RemoteFilterProps) {
  const url = useUrlState([param]);
  const [found, setFound] = useState<readonly ComboOption[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const request = useRef<AbortController>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function search(text: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      request.current?.abort();
      request.current = new AbortController();
      const { signal } = request.current;
      const response = await fetch(`${source}&q=${encodeURIComponent(text)}`, { signal }).catch(
        () => null,
      );
      if (!response?.ok) return;
      setFound(((await response.json()) as { hits: ComboOption[] }).hits);
    }, 200);
  }
  const options =
    chosen && !found.some((o) => o.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Field label={label}>
      {(control) => (
        <Combobox
          {...control}
          options={options}
          value={chosen?.value ?? null}
          onValueChange={(value) => url.set({ [param]: value })}
          onSearch={search}
        />
      )}
    </Field>
  );
}

type SelectFieldProps = {
  param: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The option that holds without a word in the address; without it "All" does. */
  fallback?: string;
};

/** A filter of a few words, as a field of the panel. */
export function SelectField({ param, label, options, fallback }: SelectFieldProps) {
  const t = useTranslations("common");
  const url = useUrlState([param]);
  const none = fallback ?? "all";
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          options={fallback ? options : [{ value: "all", label: t("all") }, ...options]}
          value={url.get(param) ?? none}
          onValueChange={(value) => url.set({ [param]: value === none ? null : value })}
        />
      )}
    </Field>
  );
}

type RangeProps = { fromLabel: string; toLabel: string };

/** First and last day; the address holds the half-open `[from, to)`. */
export function DateRangeFilter({ fromLabel, toLabel }: RangeProps) {
  const url = useUrlState(["from", "to"]);
  const to = parseBusinessDate(url.get("to") ?? "");
  const set = (name: "from" | "to", text: string) => {
    const day = parseBusinessDate(text);
    if (text !== "" && (day === null || day < "1900-01-01")) return;
    url.set({ [name]: day && name === "to" ? addDays(day, 1) : day });
  };
  return (
    <div className="grid grid-cols-2 gap-2 phone:grid-cols-1">
      <Field label={fromLabel}>
        {(control) => (
          <DateInput
            {...control}
            defaultValue={url.get("from") ?? ""}
            onChange={(event) => set("from", event.target.value)}
          />
        )}
      </Field>
      <Field label={toLabel}>
        {(control) => (
          <DateInput
            {...control}
            defaultValue={to ? addDays(to, -1) : ""}
            onChange={(event) => set("to", event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

/** Least and greatest amount, both included. */
export function AmountRangeFilter({ fromLabel, toLabel }: RangeProps) {
  const url = useUrlState(["min", "max"]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const number = (name: string) => {
    const text = url.get(name);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  };
  const set = (name: string, value: number | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => url.replace({ [name]: value }), 400);
  };
  return (
    <div className="grid grid-cols-2 gap-2">
      {(["min", "max"] as const).map((name) => (
        <Field key={name} label={name === "min" ? fromLabel : toLabel}>
          {(control) => (
            <NumberInput
              {...control}
              defaultValue={number(name)}
              onValueChange={(value) => set(name, value)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
