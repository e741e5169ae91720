"use client";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { shownTiers } from "./grid-columns";
import type { GridTableProps } from "./grid-table";

const headClass =
  "sticky top-0 z-10 whitespace-nowrap border-line border-b bg-surface px-2.5 py-1.5 align-bottom font-medium text-[0.71875rem] text-muted leading-4";

/** Periods, with the levels below them where all are shown, then what helps to judge the numbers. */
export function GridHead({ grid, view, periodLabels }: GridTableProps) {
  const t = useTranslations("targets");
  const tiers = shownTiers(view);
  const help = grid.additive
    ? [t("monthsSum"), t("lastYear"), t("soFar")]
    : grid.kpi === "growth"
      ? [t("base"), t("amount"), t("lastYear"), t("soFar")]
      : [t("lastYear"), t("soFar")];
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className={cx(headClass, "left-0 z-20 min-w-44 pl-4 text-left phone:min-w-32")}
        >
          {t("unitOrRep")}
        </th>
        <th scope="col" className={cx(headClass, "text-left")}>
          {t("statusHeading")}
        </th>
        {grid.periods.flatMap((period, index) =>
          tiers.map((tier) => (
            <th
              scope="col"
              key={`${period.from}${period.to}${tier}`}
              className={cx(headClass, "text-right")}
            >
              {tiers.length > 1 && tier !== "floor" ? (
                <span className="sr-only">{periodLabels[index]}</span>
              ) : (
                <span className="block">{periodLabels[index]}</span>
              )}
              {tiers.length > 1 ? <span className="block">{t(`tiers.${tier}`)}</span> : null}
            </th>
          )),
        )}
        {help.map((label) => (
          <th scope="col" key={label} className={cx(headClass, "text-right last:pr-4")}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
