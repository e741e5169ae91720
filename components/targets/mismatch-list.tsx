"use client";
import { useTranslations } from "next-intl";
import type { Movable } from "@/lib/targets/domain/move-rules";
import { acceptedBy } from "@/lib/targets/domain/move-rules";
import type { TargetGrid } from "@/lib/targets/domain/target-grid";
import { DifferenceTag } from "./difference-tag";
import type { TargetNumbers } from "./target-numbers";

export type MismatchLine = { id: string; text: string; difference: number };

/** Where the parts of the targets about to be published do not add up, one line each. */
export function useMismatchLines(
  grid: TargetGrid,
  targets: readonly Movable[],
  periodLabels: readonly string[],
): MismatchLine[] {
  const t = useTranslations("targets");
  const lines = new Map<string, MismatchLine>();
  for (const [{ row, period }, accepted] of acceptedBy(grid, targets))
    for (const { kind, tier, difference } of accepted) {
      const name = kind === "members" ? grid.unitName : row.name;
      const label = periodLabels[kind === "members" ? period : 0] ?? "";
      const id = `${kind}|${name}|${label}|${tier}`;
      const text = t(`mismatch.${kind}`, { name, period: label, tier: t(`tiers.${tier}`) });
      lines.set(id, { id, text, difference });
    }
  return [...lines.values()];
}

const SHOWN = 8;

export function MismatchList({
  lines,
  numbers,
}: {
  lines: readonly MismatchLine[];
  numbers: TargetNumbers;
}) {
  const t = useTranslations("targets");
  return (
    <ul className="grid gap-1.5">
      {lines.slice(0, SHOWN).map(({ id, text, difference }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5">
          <span>{text}</span>
          <DifferenceTag difference={difference} show={numbers.show} />
        </li>
      ))}
      {lines.length > SHOWN ? (
        <li className="text-muted">{t("mismatch.more", { count: lines.length - SHOWN })}</li>
      ) : null}
    </ul>
  );
}
