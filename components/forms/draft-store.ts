import type { FormValues } from "./form-context";

/** What was typed into a form and is not saved yet. */
export type Draft = {
  values: FormValues;
  /** Sent under this key; sent again under it, it is saved once. */
  requestKey: string;
  /** It was sent while there was no connection: to be sent when there is one. */
  waiting?: boolean;
};

const PREFIX = "draft:";
/** Nothing of these is ever kept. */
const SECRET = /password|secret|token/i;

/**
 * Where a form's draft is kept; null for forms whose content must not be. Without a name by what the
 * form starts with: another version of the record with the same content finds it too.
 */
export function draftKey(name: string | undefined, initial: FormValues): string | null {
  const { version: _, ...content } = initial;
  const fields = Object.keys(initial);
  if (fields.length === 0 || fields.some((field) => SECRET.test(field))) return null;
  return PREFIX + (name ?? `${location.pathname} ${JSON.stringify(content)}`);
}

/** The draft kept under a key; null where there is none, or it cannot be read. */
export function readDraft(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it. A browser without room or right to keep anything does without. */
export function keepDraft(key: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // the form itself still has what was typed
  }
}

/** Forgets every draft of this browser, when somebody signs out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) keepDraft(key, null);
}

/** A version 4 UUID, also where `crypto.randomUUID` is missing (plain http in a local network). */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(bytes[8] ?? 0) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
