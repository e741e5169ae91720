"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { createSerializer, parseAsString, useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";

export type UrlChanges = Record<string, string | number | null>;

const PAGE = "page";

/**
 * Part of the page's state in its address: the parameters of `names`. `hrefWith` gives the address
 * with changes (null or "" removes; a change of anything but the page goes back to page 1), `set`
 * goes there as a new step of the history, `replace` without one (typing), `pending` until shown.
 */
export function useUrlState(names: readonly string[], prefix = "") {
  const path = usePathname();
  const address = useSearchParams();
  const [pending, startTransition] = useTransition();
  const key = names.join();
  const parsers = useMemo(
    () =>
      Object.fromEntries([...key.split(","), PAGE].map((name) => [prefix + name, parseAsString])),
    [key, prefix],
  );
  const serialize = useMemo(() => createSerializer(parsers), [parsers]);
  const [values, setValues] = useQueryStates(parsers, {
    shallow: false,
    scroll: false,
    startTransition,
  });

  function withPrefix(changes: UrlChanges): Record<string, string | null> {
    const all = PAGE in changes ? changes : { ...changes, [PAGE]: null };
    return Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        prefix + name,
        value === null || value === "" ? null : String(value),
      ]),
    );
  }
  return {
    get: (name: string) => values[prefix + name] ?? null,
    hrefWith: (changes: UrlChanges) => `${path}${serialize(address, withPrefix(changes))}`,
    set: (changes: UrlChanges) => void setValues(withPrefix(changes), { history: "push" }),
    replace: (changes: UrlChanges) => void setValues(withPrefix(changes), { history: "replace" }),
    pending,
  };
}
