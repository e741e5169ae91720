"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CellEditor } from "@/components/tables/cell-editor";
import { GridCell } from "@/components/tables/grid-cell";
import { cx } from "@/components/ui/cx";
import { Tag } from "@/components/ui/tag";
import { typedForm } from "@/lib/shared/typed-number";
import { cellKey } from "@/lib/targets/domain/grid-changes";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import { addressOf, cellReadOnly, type GridRow } from "@/lib/targets/domain/target-grid";
import { TIERS } from "@/lib/targets/domain/target-kpi";
import { rowStatus } from "./grid-columns";
import type { GridTableProps } from "./grid-table";
import { RowHelp } from "./row-help";

type RowProps = GridTableProps & { row: GridRow; index: number };

const STATUS = { draft: "neutral", published: "good", locked: "neutral", mixed: "warn" } as const;

/** One unit or rep: name, status, its numbers, and what helps to judge them. */
export function GridRowView(props: RowProps) {
  const { row, index, columns, hrefOfUnit } = props;
  const t = useTranslations("targets");
  const status = rowStatus(row);
  return (
    <tr className={row.kind === "whole" ? "[&>*]:border-line2" : undefined}>
      <th
        scope="row"
        className={cx(
          "sticky left-0 z-1 max-w-60 border-grid border-b bg-surface px-2.5 pl-4 text-left text-sm",
          row.kind === "whole" ? "font-semibold" : "pl-7 font-normal",
        )}
      >
        <span className="flex items-baseline gap-1.5">
          {row.kind === "unit" ? (
            <Link
              href={hrefOfUnit(row.unitId)}
              prefetch={false}
              className="link truncate"
              title={row.name}
            >
              {row.name}
            </Link>
          ) : (
            <span className="truncate" title={row.name}>
              {row.name}
            </span>
          )}
          {row.readOnly ? (
            <span className="shrink-0 text-2xs text-muted">
              {t(`readOnlyShort.${row.readOnly}`)}
            </span>
          ) : null}
        </span>
      </th>
      <td className="border-grid border-b px-2.5 text-left">
        {status ? <Tag status={STATUS[status]}>{t(`status.${status}`)}</Tag> : null}
      </td>
      {columns.map((_, column) => (
        <NumberCell key={addressKey(props, column)} {...props} column={column} rowIndex={index} />
      ))}
      <RowHelp {...props} />
    </tr>
  );
}

function addressKey({ row, columns }: RowProps, column: number): string {
  const at = columns[column];
  return at ? addressOf(row.key, at.period, at.tier) : String(column);
}

function NumberCell(props: RowProps & { column: number; rowIndex: number }) {
  const { grid, row, rowIndex, column, columns, cursor, commands, editor, numbers } = props;
  const t = useTranslations("targets");
  const at = columns[column];
  if (!at) return null;
  const { period, tier } = at;
  const address = addressOf(row.key, period, tier);
  const value = shownValue(grid, editor.edits, address);
  const { editing } = cursor;
  const here = { row: rowIndex, column };
  const cell = row.cells[period];
  const readOnly = cellReadOnly(row, period);
  const isEmpty = TIERS.every((one) => (cell?.values[one] ?? null) === null);
  const status = cell?.status ?? "draft";
  return (
    <GridCell
      at={here}
      cursor={cursor}
      text={value === null ? "" : numbers.show(value)}
      edited={address in editor.edits}
      problem={props.disordered.has(cellKey(row.key, period)) ? t("tierOrder") : null}
      readOnly={readOnly ? t(`readOnly.${readOnly}`) : null}
      locked={readOnly === "locked"}
      quiet={status === "draft" && !isEmpty}
      title={isEmpty ? undefined : t(`status.${status}`)}
      onOpen={() => commands.open(here, null)}
    >
      {editing?.at.row === rowIndex && editing.at.column === column ? (
        <CellEditor
          label={`${row.name} ${props.periodLabels[period] ?? ""} ${props.tierLabel(tier)}`}
          initial={editing.text ?? typedForm(value, grid.rule.kind)}
          onCommit={(text) => commands.commit(address, text)}
          onDone={cursor.stopEditing}
          onLeave={cursor.leaveEditing}
        />
      ) : null}
    </GridCell>
  );
}
