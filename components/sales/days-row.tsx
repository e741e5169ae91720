"use client";
import { useLocale, useTranslations } from "next-intl";
import { CellEditor } from "@/components/tables/cell-editor";
import { GridCell } from "@/components/tables/grid-cell";
import { addressesOf, sumOf } from "@/lib/sales/domain/days-sums";
import { cellAddress, type DayRow, MEASURES, shownNumber } from "@/lib/sales/domain/store-days";
import { localName } from "@/lib/shared/local-name";
import { typedForm } from "@/lib/shared/typed-number";
import type { DaysTableProps } from "./days-table-props";

type RowProps = DaysTableProps & { row: DayRow; index: number };

/** One product: what it sold each day, and in the week. */
export function DaysRow(props: RowProps) {
  const { row, editor, columns, format } = props;
  const locale = useLocale();
  const name = localName(row.product, locale);
  const { days } = editor.days;
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-1 max-w-64 border-grid border-b bg-surface px-2 pl-4 text-left font-normal text-sm"
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate" title={name}>
            {name}
          </span>
          <span className="text-2xs text-muted tabular-nums">{format.number(row.listPrice)}</span>
        </span>
      </th>
      {columns.map((column, at) => (
        <NumberCell key={column.day + column.measure} {...props} column={at} name={name} />
      ))}
      {days.length > 1
        ? MEASURES.map((measure) => (
            <td
              key={measure}
              className="whitespace-nowrap border-grid border-b px-1.5 text-right text-ink2 text-sm tabular-nums"
            >
              {blankOr(
                sumOf(editor.days, editor.edits, addressesOf([row.product.id], days, measure)),
                (value) => format.number(value, 3),
              )}
            </td>
          ))
        : null}
    </tr>
  );
}

const blankOr = (value: number | null, show: (value: number) => string) =>
  value === null ? "" : show(value);

function NumberCell(props: RowProps & { column: number; name: string }) {
  const { row, index, column, columns, cursor, commands, editor, format, problems, name } = props;
  const t = useTranslations("sales.days");
  const at = columns[column];
  if (!at) return null;
  const address = cellAddress({ productId: row.product.id, day: at.day }, at.measure);
  const value = shownNumber(editor.days, editor.edits, address);
  const here = { row: index, column };
  const problem = problems.get(address);
  const { editing } = cursor;
  return (
    <GridCell
      at={here}
      cursor={cursor}
      text={blankOr(value, (known) => format.number(known, 3))}
      edited={address in editor.edits}
      problem={problem ? t(`problem.${problem}`) : null}
      readOnly={at.day > editor.days.today ? t("future") : null}
      className={
        at.measure === "quantity" ? "min-w-10 border-l border-l-line px-1.5" : "min-w-18 px-1.5"
      }
      onOpen={() => commands.open(here, null)}
    >
      {editing?.at.row === index && editing.at.column === column ? (
        <CellEditor
          label={`${name} ${format.dayAndMonth(at.day)} ${t(at.measure)}`}
          initial={editing.text ?? typedForm(value, "money")}
          onCommit={(text) => commands.commit(address, at.measure, text)}
          onDone={cursor.stopEditing}
          onLeave={cursor.leaveEditing}
        />
      ) : null}
    </GridCell>
  );
}
