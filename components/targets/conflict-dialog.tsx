"use client";
import { useLocale, useTranslations } from "next-intl";
import { CellConflicts } from "@/components/tables/cell-conflicts";
import { cellKey } from "@/lib/targets/domain/grid-changes";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import type { Conflict } from "@/lib/targets/domain/save-rules";
import { addressOf, type TargetGrid } from "@/lib/targets/domain/target-grid";
import { TIERS } from "@/lib/targets/domain/target-kpi";
import type { TargetNumbers } from "./target-numbers";
import type { GridEditor } from "./use-grid-editor";

export type ConflictSeen = Conflict & {
  changedBy: string | null;
  changedByEn: string | null;
  changedAt: string;
  reason: string | null;
};

type ConflictDialogProps = {
  grid: TargetGrid;
  editor: GridEditor;
  conflicts: readonly ConflictSeen[];
  periodLabels: readonly string[];
  numbers: TargetNumbers;
  /** `mine`: cells whose typed numbers stay, with the version they replace; `theirs`: cells given up. */
  onResolved: (mine: Record<string, number>, theirs: ReadonlySet<string>) => void;
  onClose: () => void;
};

/** Both versions of each target that somebody else has changed meanwhile. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { grid, editor, conflicts, periodLabels, numbers } = props;
  const t = useTranslations("targets");
  const locale = useLocale();
  const items = conflicts.map((one) => {
    const name = grid.rows.find(({ key }) => key === one.row)?.name ?? "";
    const author = (locale === "en" ? one.changedByEn : null) ?? one.changedBy ?? t("system");
    const when = t("conflict.by", { name: author, when: numbers.dateTime(one.changedAt) });
    return {
      key: cellKey(one.row, one.period),
      title: `${name} · ${periodLabels[one.period] ?? ""}`,
      note: one.reason ? `${when} · ${one.reason}` : when,
      values: TIERS.flatMap((tier) => {
        const mine = shownValue(grid, editor.edits, addressOf(one.row, one.period, tier));
        const theirs = one.current.values[tier];
        if (mine === null && theirs === null) return [];
        const [yours, stored] = [numbers.show(mine), numbers.show(theirs)];
        return [{ label: t(`tiers.${tier}`), mine: yours, theirs: stored }];
      }),
    };
  });
  const versionOf = (key: string) =>
    conflicts.find((one) => cellKey(one.row, one.period) === key)?.current.version ?? 0;
  return (
    <CellConflicts
      title={t("conflict.title", { count: conflicts.length })}
      items={items}
      onResolved={(mine, theirs) =>
        props.onResolved(Object.fromEntries([...mine].map((key) => [key, versionOf(key)])), theirs)
      }
      onClose={props.onClose}
    />
  );
}
