import type { FieldErrors } from "./form-errors";

/** Value of a choice whose text names nothing of its list: kept with the draft, refused before sending. */
type Unchosen = { typed: string };

export function unchosen(typed: string): Unchosen {
  return { typed };
}

/** The text of such a value; null for every other one. */
export function typedIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { typed, ...rest } = value as Record<string, unknown>;
  return typeof typed === "string" && Object.keys(rest).length === 0 ? typed : null;
}

/** An error for each field whose text was typed and not chosen: it may not be sent as if it were empty. */
export function notChosen(values: Record<string, unknown>): FieldErrors {
  const wrong = Object.entries(values).filter(([, value]) => typedIn(value) !== null);
  return Object.fromEntries(wrong.map(([name]) => [name, "chooseFromList"]));
}
