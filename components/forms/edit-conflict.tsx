"use client";
import { lazy, Suspense } from "react";
import type { ServerError } from "./form-errors";

/** Rarely needed, so it comes when it is. */
const ConflictTable = lazy(() => import("./conflict-table"));

type Saved = string | number | null;
export type Current = Record<string, Saved> & { version: number };

export type ComparedField = {
  label: string;
  /** Words for a value; default: the value itself. */
  show?: (value: string) => string;
  /** The form's value for what the server sent, where they differ (booleans, lists). */
  fromServer?: (saved: Saved) => unknown;
};

function currentOf({ code, raw }: ServerError): Current | null {
  if (code !== "conflict" || typeof raw !== "object" || raw === null || !("current" in raw)) {
    return null;
  }
  return (raw as { current: Current | undefined }).current ?? null;
}

/** For a form's `renderServerError`: both versions after a conflict, nothing for other errors. */
export function conflictOf(fields: Record<string, ComparedField>) {
  return function render(error: ServerError) {
    const current = currentOf(error);
    if (!current) return null;
    return (
      <div tabIndex={-1} data-form-error>
        <Suspense>
          <ConflictTable current={current} fields={fields} />
        </Suspense>
      </div>
    );
  };
}
