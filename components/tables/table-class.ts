/** Look shared by DataTable and SimpleTable. */
export const headCellClass =
  "whitespace-nowrap border-line border-b bg-surface px-2.5 py-1.5 text-left align-bottom font-[500] text-[0.71875rem] text-muted leading-4 first:pl-4 last:pr-4";
export const bodyCellClass =
  "border-grid border-b px-2.5 text-left align-middle font-normal text-sm first:pl-4 last:pr-4";
export const totalCellClass =
  "whitespace-nowrap border-line border-t bg-surface px-2.5 py-1.75 text-left font-semibold text-sm first:pl-4 last:pr-4";
export const alignRightClass = "text-right tabular-nums";
