"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";

export type UrlChanges = Record<string, string | number | null>;

/**
 * The page's state in its address. `hrefWith` gives the address with changes (null or "" removes;
 * a change of anything but the page goes back to page 1), `set` goes there, `pending` until shown.
 */
export function useUrlState(prefix = "") {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [pending, start] = useTransition();

  function hrefWith(changes: UrlChanges): string {
    const next = new URLSearchParams(params);
    if (!("page" in changes)) next.delete(`${prefix}page`);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === "") next.delete(prefix + key);
      else next.set(prefix + key, String(value));
    }
    const query = next.toString();
    return query ? `${path}?${query}` : path;
  }
  return {
    get: (key: string) => params.get(prefix + key),
    hrefWith,
    set: (changes: UrlChanges) => start(() => router.replace(hrefWith(changes), { scroll: false })),
    pending,
  };
}
