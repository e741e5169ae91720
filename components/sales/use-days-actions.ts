"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useErrorText } from "@/components/forms/error-text";
import { serverErrorOf } from "@/components/forms/form-errors";
import { toast } from "@/components/ui/toast";
import { saveStoreDays } from "@/lib/sales/actions";
import {
  changesOf,
  type DayConflict,
  lineKey,
  lineKeyOf,
  problemsOf,
  type Seen,
} from "@/lib/sales/domain/store-days";
import type { Edits } from "@/lib/shared/cell-edits";
import type { DaysEditor } from "./use-days-editor";

/** Saving a store's days, with what is asked when somebody else has changed them meanwhile. */
export function useDaysActions(editor: DaysEditor, onProblem: (address: string) => void) {
  const t = useTranslations("sales.days");
  const errorText = useErrorText();
  const [conflicts, setConflicts] = useState<readonly DayConflict[]>([]);
  const [saving, start] = useTransition();
  const { days, draft } = editor;

  async function send(edits: Edits, seen: Seen) {
    const changes = changesOf(days, edits, seen);
    // Sent again under the same key, because the answer was lost, it is booked once.
    const input = { unitId: days.unitId, changes, requestKey: draft.requestKey() };
    const result = await saveStoreDays(input).catch(() => undefined);
    if (!result && !navigator.onLine) return draft.wait();
    const error = serverErrorOf(result?.serverError);
    if (result?.data?.ok === false) return setConflicts(result.data.conflicts);
    // Only the answer was lost: it is saved.
    if (!result?.data && error?.code !== "alreadySent") {
      const code = result?.validationErrors ? "dayLine" : "unexpected";
      return void toast(error ? errorText(error.code, error.values) : errorText(code), {
        status: "bad",
      });
    }
    editor.saved(changes);
    toast(t("saved", { count: changes.length }));
  }

  return {
    conflicts,
    saving,
    closeConflicts: () => setConflicts([]),
    save() {
      if (saving || editor.count === 0) return;
      const [[address, reason] = []] = problemsOf(days, editor.edits);
      if (address && reason) {
        toast(t(`problem.${reason}`), { status: "bad" });
        return onProblem(address);
      }
      start(() => send(editor.edits, editor.seen));
    },
    /** Keeps what was typed where it is `mine`, gives the others up, and saves again. */
    resolve(mine: ReadonlySet<string>, theirs: ReadonlySet<string>) {
      const kept = Object.entries(editor.edits).filter(([at]) => !theirs.has(lineKeyOf(at)));
      const edits = Object.fromEntries(kept);
      const current = conflicts.filter((one) => mine.has(lineKey(one)));
      const seen = {
        ...editor.seen,
        ...Object.fromEntries(current.map((one) => [lineKey(one), one.line])),
      };
      editor.rebase(edits, seen);
      setConflicts([]);
      start(() => send(edits, seen));
    },
  };
}

export type DaysActions = ReturnType<typeof useDaysActions>;
