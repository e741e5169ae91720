"use client";
import { type RefObject, useEffect, useRef, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the server's HTML, true once the page's scripts run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Types whose `value` is what was typed. */
const TYPED = new Set(["text", "email", "password", "search", "tel", "url"]);

/**
 * Takes over what was typed, or filled in by a password manager, before the page's scripts ran:
 * `set` is called once for each field of the form whose text differs from the value it started with.
 */
export function useTypedBefore(
  form: RefObject<HTMLFormElement | null>,
  values: Record<string, unknown>,
  set: (name: string, value: string) => void,
): void {
  const start = useRef({ values, set });
  useEffect(() => {
    const { values: initial, set: take } = start.current;
    for (const element of form.current?.elements ?? []) {
      if (!(element instanceof HTMLInputElement) || !TYPED.has(element.type)) continue;
      const value = initial[element.name];
      if (typeof value === "string" && element.value !== value) take(element.name, element.value);
    }
  }, [form]);
}
