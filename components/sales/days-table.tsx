"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { GridFrame } from "@/components/tables/grid-frame";
import { cx } from "@/components/ui/cx";
import type { Formatter } from "@/lib/platform/i18n/format";
import { type DayColumn, dayColumns } from "@/lib/sales/domain/days-paste";
import { addressesOf, sumOf } from "@/lib/sales/domain/days-sums";
import { MEASURES } from "@/lib/sales/domain/store-days";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { DaysRow } from "./days-row";
import type { DaysTableProps, Elsewhere } from "./days-table-props";

const headClass =
  "whitespace-nowrap border-line bg-surface px-1.5 py-1.5 align-bottom font-medium text-[0.71875rem] text-muted leading-4";

/** A store's days for keyboard and mouse: products down, days with quantity and amount across. */
export function DaysTable(props: DaysTableProps) {
  const { editor, cursor, commands, label } = props;
  return (
    <GridFrame
      label={label}
      table={cursor.table}
      onKey={commands.onKey}
      copy={commands.copy}
      cut={commands.cut}
      paste={commands.paste}
    >
      <DaysHead {...props} />
      <tbody>
        {editor.days.rows.map((row, index) => (
          <DaysRow key={row.product.id} {...props} row={row} index={index} />
        ))}
      </tbody>
      <DaysFoot {...props} />
    </GridFrame>
  );
}

function DaysHead({ editor, format }: DaysTableProps) {
  const t = useTranslations("sales.days");
  const { days } = editor.days;
  const whole = days.length > 1 ? t("week") : null;
  return (
    <thead className="sticky top-0 z-10">
      <tr>
        <th
          scope="col"
          rowSpan={2}
          className={cx(headClass, "sticky left-0 z-20 min-w-44 border-b pl-4 text-left")}
        >
          {t("product")}
        </th>
        {days.map((day) => (
          <th
            key={day}
            scope="colgroup"
            colSpan={2}
            className={cx(
              headClass,
              "border-l text-center",
              day === editor.days.today ? "font-semibold text-ink" : null,
            )}
          >
            {format.weekday(day, "short")} {format.dayAndMonth(day)}
          </th>
        ))}
        {whole ? (
          <th scope="colgroup" colSpan={2} className={cx(headClass, "border-l text-center")}>
            {whole}
          </th>
        ) : null}
      </tr>
      <tr>
        {[...days, ...(whole ? [whole] : [])].flatMap((day) =>
          MEASURES.map((measure) => (
            <th
              key={`${day}${measure}`}
              scope="col"
              className={cx(
                headClass,
                "border-b pt-0 text-right",
                measure === "quantity" ? "border-l" : null,
              )}
            >
              {t(measure)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

const footClass = "whitespace-nowrap border-line bg-surface py-1.75 text-sm tabular-nums";

function DaysFoot(props: DaysTableProps) {
  const { editor, columns, format, elsewhere } = props;
  const t = useTranslations("sales.days");
  const { days, rows, unitId } = editor.days;
  const products = rows.map((row) => row.product.id);
  const sum = (column: DayColumn) =>
    sumOf(editor.days, editor.edits, addressesOf(products, [column.day], column.measure));
  const whole = days.length > 1 ? dayColumns(days.slice(0, 1)) : [];
  return (
    <tfoot className="sticky bottom-0 z-1">
      <tr>
        <th scope="row" className={cx(footClass, "sticky left-0 border-t pl-4 text-left")}>
          {t("total")}
        </th>
        {columns.map((column) => (
          <td
            key={column.day + column.measure}
            className={cx(footClass, "border-t px-1.5 text-right font-semibold")}
          >
            {format.number(sum(column), 3)}
          </td>
        ))}
        {whole.map(({ measure }) => (
          <td key={measure} className={cx(footClass, "border-t px-1.5 text-right font-semibold")}>
            {format.number(
              sumOf(editor.days, editor.edits, addressesOf(products, days, measure)),
              3,
            )}
          </td>
        ))}
      </tr>
      {elsewhere.length > 0 ? (
        <tr>
          <th
            scope="row"
            className={cx(footClass, "sticky left-0 pl-4 text-left font-normal text-muted")}
          >
            {t("elsewhere")}
          </th>
          {days.map((day) => (
            <td key={day} colSpan={2} className={cx(footClass, "px-1.5 text-right text-muted")}>
              <ElsewhereLink unitId={unitId} day={day} found={elsewhere} format={format} />
            </td>
          ))}
          {whole.length > 0 ? <td colSpan={2} className={footClass} /> : null}
        </tr>
      ) : null}
    </tfoot>
  );
}

type ElsewhereProps = {
  unitId: string;
  day: BusinessDate;
  found: readonly Elsewhere[];
  format: Formatter;
};

function ElsewhereLink({ unitId, day, found, format }: ElsewhereProps) {
  const one = found.find((other) => other.day === day);
  if (!one) return null;
  const href = `/sales?unit=${unitId}&direct=1&from=${day}&to=${addDays(day, 1)}`;
  return (
    <Link className="link" href={href} prefetch={false}>
      {format.number(one.amount)}
    </Link>
  );
}
