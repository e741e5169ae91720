"use client";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import { compareMembers, compareParts, growthAmount } from "@/lib/targets/domain/grid-sums";
import { addressOf } from "@/lib/targets/domain/target-grid";
import type { Tier } from "@/lib/targets/domain/target-kpi";
import { DifferenceTag } from "./difference-tag";
import { shownTiers } from "./grid-columns";
import type { GridTableProps } from "./grid-table";

const cellClass =
  "sticky bottom-0 z-1 whitespace-nowrap border-line border-t bg-surface px-2.5 py-1.75 align-top text-sm tabular-nums last:pr-4";

/** The sum of the members under each column, with what it lacks of the unit's number. */
export function GridFoot(props: GridTableProps) {
  const { grid, editor, columns, numbers } = props;
  const t = useTranslations("targets");
  if (!grid.additive && grid.kpi !== "growth") return null;
  return (
    <tfoot>
      <tr>
        <th scope="row" className={cx(cellClass, "left-0 z-2 pl-4 text-left font-semibold")}>
          {t("membersSum")}
        </th>
        <td className={cellClass} />
        {columns.map(({ period, tier }) => (
          <td key={`${period}${tier}`} className={cx(cellClass, "text-right")}>
            {grid.additive ? (
              <Sum {...compareMembers(grid, editor.edits, period, tier)} show={numbers.show} />
            ) : null}
          </td>
        ))}
        {grid.additive ? <td className={cellClass} /> : <GrowthSums {...props} />}
        <td className={cellClass} />
        <td className={cellClass} />
      </tr>
    </tfoot>
  );
}

function Sum({
  sum,
  difference,
  show,
}: {
  sum: number | null;
  difference: number | null;
  show: (value: number | null) => string;
}) {
  if (sum === null) return null;
  return (
    <span className="flex flex-col items-end gap-0.5">
      <span className="font-semibold">{show(sum)}</span>
      <DifferenceTag difference={difference} show={show} />
    </span>
  );
}

/** Rates of growth do not add up, the money they stand for does. */
function GrowthSums({ grid, editor, view, numbers, moneyDigits }: GridTableProps) {
  const [unit, ...members] = grid.rows;
  const amount = (row: (typeof grid.rows)[number], tier: Tier) => {
    const growth = shownValue(grid, editor.edits, addressOf(row.key, 0, tier));
    return growthAmount(row.base, growth, moneyDigits);
  };
  const bases = compareParts(
    unit?.base ?? null,
    members.map((row) => row.base),
    moneyDigits,
  );
  return (
    <>
      <td className={cx(cellClass, "text-right")}>{numbers.money(bases.sum)}</td>
      <td className={cx(cellClass, "text-right")}>
        {shownTiers(view).map((tier) => {
          const parts = members.map((row) => amount(row, tier));
          const whole = unit ? amount(unit, tier) : null;
          const compared = compareParts(whole, parts, moneyDigits);
          return <Sum key={tier} {...compared} show={numbers.money} />;
        })}
      </td>
    </>
  );
}
