"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import { compareMonths, growthAmount } from "@/lib/targets/domain/grid-sums";
import { addressOf, type GridRow } from "@/lib/targets/domain/target-grid";
import { DifferenceTag } from "./difference-tag";
import { shownTiers } from "./grid-columns";
import type { GridTableProps } from "./grid-table";

const cellClass =
  "border-grid border-b px-2.5 text-right text-ink2 text-sm tabular-nums whitespace-nowrap last:pr-4";

/** Beside a row's numbers: the sum of its months, or base and amount of its growth; last year; so far. */
export function RowHelp(props: GridTableProps & { row: GridRow }) {
  const { grid, row, numbers } = props;
  return (
    <>
      {grid.additive ? <MonthsSum {...props} /> : null}
      {grid.kpi === "growth" ? <GrowthAmounts {...props} /> : null}
      <td className={cellClass}>{numbers.measured(row.lastYear[0] ?? null)}</td>
      <td className={cellClass}>{numbers.measured(row.actual[0] ?? null)}</td>
    </>
  );
}

function MonthsSum(props: GridTableProps & { row: GridRow }) {
  const { grid, row, editor, view, numbers, commands } = props;
  const t = useTranslations("targets");
  const all = shownTiers(view).map((tier) => ({
    tier,
    ...compareMonths(grid, editor.edits, row, tier),
  }));
  const isShort = all.length > 1;
  // With all levels side by side one word is enough where everything adds up.
  const addsUp = isShort && all.every(({ difference }) => difference === 0);
  const lines = all.filter(
    ({ sum, whole, difference }) =>
      !addsUp &&
      (sum !== null || (whole !== null && !row.readOnly)) &&
      !(isShort && difference === 0),
  );
  return (
    <td className={cellClass}>
      {addsUp ? <DifferenceTag difference={0} show={numbers.show} /> : null}
      {lines.map(({ tier, sum, whole, difference }) => (
        <span
          key={tier}
          className={cx(
            "ml-auto flex items-center justify-end gap-x-1.5 py-0.5",
            isShort ? null : "max-w-60 flex-wrap",
          )}
        >
          {isShort ? <span className="text-2xs">{t(`tiers.${tier}`)}</span> : null}
          {sum === null || isShort ? null : <span>{numbers.show(sum)}</span>}
          <DifferenceTag difference={difference} show={numbers.show} />
          {whole !== null && difference !== 0 && !row.readOnly ? (
            <Button
              size="sm"
              variant="ghost"
              aria-label={t("splitRow", { name: row.name })}
              onClick={() => commands.splitRow(row, tier)}
            >
              {t("split")}
            </Button>
          ) : null}
        </span>
      ))}
    </td>
  );
}

function GrowthAmounts(props: GridTableProps & { row: GridRow }) {
  const { grid, row, editor, view, numbers, moneyDigits } = props;
  return (
    <>
      <td className={cellClass}>{numbers.money(row.base)}</td>
      <td className={cellClass}>
        {shownTiers(view).map((tier) => {
          const growth = shownValue(grid, editor.edits, addressOf(row.key, 0, tier));
          return (
            <span key={tier} className="block">
              {numbers.money(growthAmount(row.base, growth, moneyDigits))}
            </span>
          );
        })}
      </td>
    </>
  );
}
