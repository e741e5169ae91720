"use client";
import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Tag } from "@/components/ui/tag";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import { compareMembers, compareMonths } from "@/lib/targets/domain/grid-sums";
import { addressOf, type GridRow } from "@/lib/targets/domain/target-grid";
import type { TIERS } from "@/lib/targets/domain/target-kpi";
import { DifferenceTag } from "./difference-tag";
import { rowStatus, shownTiers } from "./grid-columns";
import type { GridTableProps } from "./grid-table";

const PhoneRowSheet = dynamic(() => import("./phone-row-sheet").then((file) => file.PhoneRowSheet));

/** The grid on a phone: a line for each row, its numbers in a sheet. */
export function PhoneList(props: GridTableProps) {
  const { grid, editor, numbers, view } = props;
  const t = useTranslations("targets");
  const [open, setOpen] = useState<string | null>(null);
  const [tier = "target"] = shownTiers(view === "all" ? "target" : view);
  const members = grid.additive ? compareMembers(grid, editor.edits, 0, tier) : null;
  const openRow = grid.rows.find((row) => row.key === open);
  return (
    <>
      <ul aria-label={t("gridLabel", { unit: grid.unitName })}>
        {grid.rows.map((row) => (
          <li key={row.key} className="border-grid border-b">
            <PhoneRow {...props} row={row} onOpen={() => setOpen(row.key)} tier={tier} />
          </li>
        ))}
      </ul>
      {members && members.sum !== null ? (
        <p className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 text-sm">
          <span className="font-semibold">{t("membersSum")}</span>
          <span className="flex items-center gap-2 tabular-nums">
            {numbers.show(members.sum)}
            <DifferenceTag difference={members.difference} show={numbers.show} />
          </span>
        </p>
      ) : null}
      {openRow ? <PhoneRowSheet {...props} row={openRow} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function PhoneRow({
  grid,
  row,
  editor,
  numbers,
  tier,
  onOpen,
}: GridTableProps & { row: GridRow; tier: (typeof TIERS)[number]; onOpen: () => void }) {
  const t = useTranslations("targets");
  const common = useTranslations("common");
  const status = rowStatus(row);
  const value = shownValue(grid, editor.edits, addressOf(row.key, 0, tier));
  const isEdited = Object.keys(editor.edits).some((address) => address.startsWith(`${row.key}|`));
  const { difference } = grid.additive
    ? compareMonths(grid, editor.edits, row, tier)
    : { difference: null };
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-14 w-full items-center gap-2 px-4 py-2 text-left"
    >
      <span className="min-w-0 flex-1">
        <span className={row.kind === "whole" ? "block truncate font-semibold" : "block truncate"}>
          {row.name}
        </span>
        <span className="flex flex-wrap items-center gap-1.5 text-muted text-xs">
          {isEdited ? <b className="text-accent">{common("unsaved")}</b> : null}
          {status ? <span>{t(`status.${status}`)}</span> : null}
          {row.readOnly ? <span>{t(`readOnlyShort.${row.readOnly}`)}</span> : null}
          {difference ? (
            <>
              <span>{t("monthsSum")}</span>
              <DifferenceTag difference={difference} show={numbers.show} />
            </>
          ) : null}
          {status === "locked" ? <Tag>{t("status.locked")}</Tag> : null}
        </span>
      </span>
      <span className="tabular-nums">{numbers.show(value)}</span>
      <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden="true" />
    </button>
  );
}
