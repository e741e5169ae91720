"use client";
import { useEffect, useRef, useState } from "react";
import { draftKey, keepDraft, newRequestKey, readDraft } from "./draft-store";
import type { FormValues } from "./form-context";

type DraftOptions = {
  /** false for forms that keep nothing (sign-in). */
  active: boolean;
  /** Names the form across pages; default: the page and what the form starts with. */
  name: string | undefined;
  initial: FormValues;
  values: FormValues;
  dirty: boolean;
  /** Takes over what was kept; `send`: it was waiting for a connection. */
  restore: (values: FormValues, send: boolean) => void;
};

/**
 * Keeps what is typed until it is saved: through a reload, a closed tab and a lost connection. What
 * was sent without a connection is sent when it is back, under the same key.
 */
export function useDraft({ active, name, initial, values, dirty, restore }: DraftOptions) {
  const start = useRef({ key: null as string | null, requestKey: "", kept: false });
  const [restored, setRestored] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const latest = useRef(restore);
  latest.current = restore;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the form starts with
  useEffect(() => {
    const key = active ? draftKey(name, initial) : null;
    const draft = key ? readDraft(key) : null;
    const requestKey = draft?.requestKey ?? newRequestKey();
    start.current = { key, requestKey, kept: false };
    if (!draft) return;
    setRestored(true);
    // Found by what the form starts with, it was typed over the same content.
    const version = name === undefined && "version" in initial ? { version: initial.version } : {};
    latest.current({ ...draft.values, ...version }, draft.waiting === true && navigator.onLine);
    if (draft.waiting && !navigator.onLine) setWaiting(true);
  }, []);

  useEffect(() => {
    const { key, requestKey, kept } = start.current;
    // Typed and taken back: there is nothing to keep any more.
    if (!key || !(dirty || kept)) return;
    keepDraft(key, dirty ? { values, requestKey, waiting } : null);
    start.current.kept = dirty;
  }, [values, dirty, waiting]);

  useEffect(() => {
    if (!waiting) return;
    const onLine = () => {
      setWaiting(false);
      latest.current(values, true);
    };
    window.addEventListener("online", onLine);
    return () => window.removeEventListener("online", onLine);
  }, [waiting, values]);

  return {
    restored,
    waiting,
    requestKey: () => (active ? start.current.requestKey : undefined),
    wait: () => setWaiting(true),
    /** Saved, or thrown away: nothing is kept and the next one is another request. */
    forget: () => {
      if (start.current.key) keepDraft(start.current.key, null);
      start.current.requestKey = newRequestKey();
      setRestored(false);
      setWaiting(false);
    },
  };
}
