"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useErrorText } from "@/components/forms/error-text";
import { serverErrorOf } from "@/components/forms/form-errors";
import { toast } from "@/components/ui/toast";
import {
  loadCopySource,
  lockTargets,
  publishTargets,
  saveTargets,
  unlockTargets,
} from "@/lib/targets/actions";
import {
  type Bases,
  changesOf,
  disorderedCells,
  touchesPublished,
} from "@/lib/targets/domain/grid-changes";
import { type Move, movable } from "@/lib/targets/domain/move-rules";
import type { TargetGrid } from "@/lib/targets/domain/target-grid";
import type { ConflictSeen } from "./conflict-dialog";
import type { GridEditor } from "./use-grid-editor";

const MOVE_ACTIONS = { publish: publishTargets, lock: lockTargets, unlock: unlockTargets };

/** Which dialog stands open. */
export type OpenDialog =
  | { kind: "reason" }
  | { kind: "conflict"; conflicts: readonly ConflictSeen[]; reason: string }
  | { kind: Move };

/** Saving, publishing, locking and copying, with what is asked on the way. */
export function useGridActions(grid: TargetGrid, quarter: string, editor: GridEditor) {
  const t = useTranslations("targets");
  const errorText = useErrorText();
  const router = useRouter();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [saving, start] = useTransition();
  const place = { kpi: grid.kpi, unitId: grid.unitId, quarter };

  function failed(result: { serverError?: unknown; validationErrors?: unknown } | undefined) {
    const error = serverErrorOf(result?.serverError);
    const invalid = result?.validationErrors ? "targetOutOfRange" : "unexpected";
    toast(error ? errorText(error.code, error.values) : errorText(invalid), { status: "bad" });
    return false;
  }

  async function send(reason: string, bases: Bases, edits = editor.edits): Promise<boolean> {
    const cells = changesOf(grid, edits, bases);
    if (cells.length === 0) return true;
    const result = await saveTargets({ ...place, cells, reason }).catch(() => undefined);
    if (!result?.data) return failed(result);
    if (!result.data.ok) {
      setDialog({ kind: "conflict", conflicts: result.data.conflicts, reason });
      return false;
    }
    toast(t("savedCount", { count: result.data.saved }));
    return true;
  }

  function save() {
    if (saving || editor.count === 0) return;
    if (disorderedCells(grid, editor.edits).size > 0)
      return toast(t("tierOrder"), { status: "bad" });
    if (touchesPublished(grid, editor.edits)) return setDialog({ kind: "reason" });
    start(async () => {
      await send("", editor.bases);
    });
  }

  /** Keeps the chosen cells on the version they replace, gives the others up, and saves again. */
  function resolve(mine: Bases, theirs: ReadonlySet<string>, reason: string) {
    const edits = Object.fromEntries(
      Object.entries(editor.edits).filter(
        ([address]) => !theirs.has(address.slice(0, address.lastIndexOf("|"))),
      ),
    );
    editor.drop(theirs);
    editor.rebase(mine);
    setDialog(null);
    start(async () => {
      await send(reason, { ...editor.bases, ...mine }, edits);
      router.refresh();
    });
  }

  async function move(step: Move, reason: string): Promise<boolean> {
    const seen = movable(grid, step).map(({ cell }) => ({ id: cell.id, version: cell.version }));
    const result = await MOVE_ACTIONS[step]({ ...place, seen, reason }).catch(() => undefined);
    if (!result?.data) {
      router.refresh();
      return failed(result);
    }
    toast(t(`moved.${step}`, { count: result.data.moved }));
    return true;
  }

  return {
    dialog,
    setDialog,
    saving,
    save,
    resolve,
    move,
    saveWithReason: (reason: string) => send(reason, editor.bases),
    publish() {
      if (editor.count > 0) toast(t("saveFirst"), { status: "warn" });
      else setDialog({ kind: "publish" });
    },
    copyFrom(
      from: "previous" | "lastYear",
      fillIn: (source: Record<string, number | null>) => number,
    ) {
      start(async () => {
        const result = await loadCopySource({ ...place, from }).catch(() => undefined);
        if (!result?.data) return void failed(result);
        const count = fillIn(result.data);
        toast(count === 0 ? t("copyNothing") : t("copied", { count }), {
          status: count === 0 ? "warn" : "good",
        });
      });
    },
  };
}

export type GridActions = ReturnType<typeof useGridActions>;
