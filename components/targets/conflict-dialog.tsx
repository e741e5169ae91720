"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/radio-group";
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

type Choice = "mine" | "theirs";

/** Both versions of each cell that somebody else has changed meanwhile; the person chooses one by one. */
export function ConflictDialog({
  grid,
  editor,
  conflicts,
  periodLabels,
  numbers,
  onResolved,
  onClose,
}: {
  grid: TargetGrid;
  editor: GridEditor;
  conflicts: readonly ConflictSeen[];
  periodLabels: readonly string[];
  numbers: TargetNumbers;
  /** `mine`: cells whose typed numbers stay, with the version they replace; `theirs`: cells given up. */
  onResolved: (mine: Record<string, number>, theirs: Set<string>) => void;
  onClose: () => void;
}) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const common = useTranslations("common");
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const keyOf = ({ row, period }: Conflict) => cellKey(row, period);
  const all = (choice: Choice) =>
    setChoices(Object.fromEntries(conflicts.map((one) => [keyOf(one), choice])));
  const isComplete = conflicts.every((one) => choices[keyOf(one)]);

  function resolve() {
    const of = (choice: Choice) => conflicts.filter((one) => choices[keyOf(one)] === choice);
    onResolved(
      Object.fromEntries(of("mine").map((one) => [keyOf(one), one.current.version])),
      new Set(of("theirs").map(keyOf)),
    );
  }
  return (
    <Dialog
      open
      width="lg"
      title={t("conflict.title", { count: conflicts.length })}
      description={t("conflict.description")}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button onClick={() => all("theirs")}>{t("conflict.allTheirs")}</Button>
          <Button onClick={() => all("mine")}>{t("conflict.allMine")}</Button>
          <Button variant="primary" disabled={!isComplete} onClick={resolve}>
            {t("conflict.apply")}
          </Button>
        </>
      }
    >
      <ul className="grid gap-3 text-sm">
        {conflicts.map((one) => {
          const row = grid.rows.find(({ key }) => key === one.row);
          const title = `${row?.name ?? ""} · ${periodLabels[one.period] ?? ""}`;
          const author = (locale === "en" ? one.changedByEn : null) ?? one.changedBy ?? t("system");
          return (
            <li key={keyOf(one)} className="rounded-card border border-line p-3">
              <p className="font-medium">{title}</p>
              <p className="text-muted text-xs">
                {t("conflict.by", { name: author, when: numbers.dateTime(one.changedAt) })}
                {one.reason ? ` · ${one.reason}` : ""}
              </p>
              <dl className="my-2 grid grid-cols-[auto_1fr_1fr] gap-x-4 gap-y-0.5 tabular-nums">
                <dt className="sr-only">{t("conflict.version")}</dt>
                <dd className="col-start-2 text-muted text-xs">{t("conflict.mine")}</dd>
                <dd className="text-muted text-xs">{t("conflict.theirs")}</dd>
                {TIERS.map((tier) => {
                  const mine = shownValue(grid, editor.edits, addressOf(one.row, one.period, tier));
                  const theirs = one.current.values[tier];
                  if (mine === null && theirs === null) return null;
                  return (
                    <div key={tier} className="contents">
                      <dt>{t(`tiers.${tier}`)}</dt>
                      <dd>{numbers.show(mine)}</dd>
                      <dd>{numbers.show(theirs)}</dd>
                    </div>
                  );
                })}
              </dl>
              <SegmentedControl
                aria-label={title}
                value={choices[keyOf(one)] ?? ""}
                onValueChange={(choice) =>
                  setChoices({ ...choices, [keyOf(one)]: choice === "mine" ? "mine" : "theirs" })
                }
                options={[
                  { value: "mine", label: t("conflict.keepMine") },
                  { value: "theirs", label: t("conflict.takeTheirs") },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
