"use client";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { shownTiers } from "./grid-columns";
import type { GridTableProps } from "./grid-table";

const headClass =
  "whitespace-nowrap bg-surface px-2.5 py-1.5 align-bottom font-medium text-[0.71875rem] text-muted leading-4";
const lastLine = "border-line border-b";

/** Periods, a second line with the levels where all are shown, then what helps to judge the numbers. */
export function GridHead({ grid, view, periodLabels }: GridTableProps) {
  const t = useTranslations("targets");
  const tiers = shownTiers(view);
  const lines = tiers.length > 1 ? 2 : 1;
  const help = grid.additive
    ? [t("monthsSum"), t("lastYear"), t("soFar")]
    : grid.kpi === "growth"
      ? [t("base"), t("amount"), t("lastYear"), t("soFar")]
      : [t("lastYear"), t("soFar")];
  return (
    <thead className="sticky top-0 z-10">
      <tr>
        <th
          scope="col"
          rowSpan={lines}
          className={cx(
            headClass,
            lastLine,
            "sticky left-0 z-20 min-w-44 pl-4 text-left phone:min-w-32",
          )}
        >
          {t("unitOrRep")}
        </th>
        <th scope="col" rowSpan={lines} className={cx(headClass, lastLine, "text-left")}>
          {t("statusHeading")}
        </th>
        {grid.periods.map((period, index) => (
          <th
            key={`${period.from}${period.to}`}
            scope={lines > 1 ? "colgroup" : "col"}
            colSpan={tiers.length}
            className={cx(headClass, lines > 1 ? "text-center" : cx(lastLine, "text-right"))}
          >
            {periodLabels[index]}
          </th>
        ))}
        {help.map((label) => (
          <th
            scope="col"
            key={label}
            rowSpan={lines}
            className={cx(headClass, lastLine, "text-right last:pr-4")}
          >
            {label}
          </th>
        ))}
      </tr>
      {lines > 1 ? (
        <tr>
          {grid.periods.flatMap((period) =>
            tiers.map((tier) => (
              <th
                scope="col"
                key={`${period.from}${period.to}${tier}`}
                className={cx(headClass, lastLine, "pt-0 text-right")}
              >
                {t(`tiers.${tier}`)}
              </th>
            )),
          )}
        </tr>
      ) : null}
    </thead>
  );
}
